import type { SandboxModule } from '../module.ts';
import { addressCityOperations } from './operations.ts';
import type { PlacesShelf } from './store.ts';

/** City, state and ZIP code. Nothing of it is remembered. */
export function createAddressCityModule(places: PlacesShelf): SandboxModule {
  return { name: 'address-city', operations: addressCityOperations(places) };
}
