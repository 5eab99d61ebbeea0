import type { PlacesShelf } from '../address-city/store.ts';
import type { RatingShelf } from './tables.ts';

/** The tables that rating leans on. Nothing of it is remembered. */
export interface RatingParts {
  readonly places: PlacesShelf;
  readonly tables: RatingShelf;
}
