import { loadUsPlaces, type UsPlaces } from '@lading/carrier/places/built-in';
import { onFirstUse, type Reference } from '../reference.ts';

/** The places that addresses are held against: loaded on first use, shared by all worlds. No world changes them. */
export type PlacesShelf = () => Promise<UsPlaces>;

export function createPlacesShelf(reference: Reference): PlacesShelf {
  return onFirstUse(() => loadUsPlaces((country) => reference.read('places', country)));
}
