import type { SandboxModule } from '../module.ts';
import { ratingOperations } from './operations.ts';
import type { RatingParts } from './store.ts';

/** Rates. Nothing is remembered: contracts and who may see them are kept with the accounts. */
export function createRatingModule(parts: RatingParts): SandboxModule {
  return { name: 'rating', operations: ratingOperations(parts) };
}
