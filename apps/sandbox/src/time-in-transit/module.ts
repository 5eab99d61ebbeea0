import type { SandboxModule } from '../module.ts';
import { timeInTransitOperations } from './operations.ts';
import type { TransitShelves } from './store.ts';

/** Days and dates of every service. Nothing of it is remembered. */
export function createTimeInTransitModule(shelves: TransitShelves): SandboxModule {
  return { name: 'time-in-transit', operations: timeInTransitOperations(shelves) };
}
