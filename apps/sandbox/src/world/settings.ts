import { type TestEnvironment, testEnvironment } from '@lading/contract/test-environment';

/** How rules are read where the guide of 2017 and the carrier's files of today differ. */
export type Rules = 'guide' | 'today';

/** Whether answers follow the carrier's published files to the letter, or the habits that recorded answers show. */
export type Profile = 'observed' | 'published';

/** How a world answers. No setting changes what was decided before. */
export interface WorldSettings {
  readonly rules: Rules;
  readonly profile: Profile;
  /** An environment of the carrier's whose documented limits the world takes on. */
  readonly imitates: 'cie' | null;
}

export const usualSettings: WorldSettings = { rules: 'today', profile: 'observed', imitates: null };

/** What the imitated environment does otherwise in an API; undefined in a world that imitates none. */
export function limitsOf<Slug extends keyof TestEnvironment>(
  { imitates }: Pick<WorldSettings, 'imitates'>,
  slug: Slug,
): TestEnvironment[Slug] | undefined {
  return imitates === 'cie' ? testEnvironment[slug] : undefined;
}
