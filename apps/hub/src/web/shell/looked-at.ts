import type { Session } from '../../api/session.ts';
import { ENVIRONMENTS } from '../../api/words.ts';

export type EnvironmentName = Session['environment'];

/** What every address may hold. */
export interface ShellSearch {
  readonly environment?: EnvironmentName;
}

/** Reads an address made by anybody: what is not understood is left out. */
export function readShellSearch(search: Readonly<Record<string, unknown>>): ShellSearch {
  const environment = ENVIRONMENTS.find((one) => one === search.environment);
  return environment ? { environment } : {};
}

/** The hub's own sides, the usual one first, as its page says them; none where no hub has filled them in. */
export function readHubEnvironments(said: string): readonly EnvironmentName[] {
  return said.split(' ').flatMap((name) => ENVIRONMENTS.filter((one) => one === name));
}

/** The one asked for, where the company has something there; else the hub's own. */
export function lookedAt(
  { environment, environments }: Pick<Session, 'environment' | 'environments'>,
  asked: EnvironmentName | undefined,
): EnvironmentName {
  return asked && environments.includes(asked) ? asked : environment;
}
