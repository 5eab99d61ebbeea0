import type { SandboxModule } from '../module.ts';
import { addressStreetOperations, type StreetShelves } from './operations.ts';

/** Addresses with their streets: standardised, validated and classified. Nothing of it is remembered. */
export function createAddressStreetModule(shelves: StreetShelves): SandboxModule {
  return { name: 'address-street', operations: addressStreetOperations(shelves) };
}
