import type { PlacesShelf } from '../address-city/store.ts';
import type { RatingShelf } from '../rating/tables.ts';

/** The tables that transit leans on, shared with addresses and rating. Nothing of it is remembered. */
export interface TransitShelves {
  readonly places: PlacesShelf;
  readonly tables: RatingShelf;
}
