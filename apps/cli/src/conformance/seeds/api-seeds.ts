import type { Setting } from '../meanings.ts';
import type { Ask } from '../target.ts';

/** Requests that mean something, by operation: from these all others are grown. */
export type ApiSeeds = (setting: Setting) => Readonly<Record<string, readonly Ask[]>>;
