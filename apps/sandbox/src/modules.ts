import type { Clock } from '@lading/kit/clock';
import { accountsModule } from './accounts/module.ts';
import { createAddressCityModule } from './address-city/module.ts';
import { createPlacesShelf } from './address-city/store.ts';
import { createAddressStreetModule } from './address-street/module.ts';
import { createStreetShelf } from './address-street/store.ts';
import { carrierUsersModule } from './carrier-users/module.ts';
import type { SandboxModule } from './module.ts';
import { createNetworkModule } from './network/module.ts';
import { createOAuthModule } from './oauth/module.ts';
import { quantumViewModule } from './quantum-view/module.ts';
import { createRatingModule } from './rating/module.ts';
import { createRatingShelf } from './rating/tables.ts';
import type { Reference } from './reference.ts';
import { createTimeInTransitModule } from './time-in-transit/module.ts';

/** Every part of the sandbox, in the order in which a new world is furnished. */
export function createModules(real: Clock, reference: Reference): readonly SandboxModule[] {
  const places = createPlacesShelf(reference);
  const tables = createRatingShelf(reference);
  return [
    carrierUsersModule,
    createOAuthModule({ real }),
    accountsModule,
    createNetworkModule(tables),
    quantumViewModule,
    createAddressCityModule(places),
    createAddressStreetModule({ places, streets: createStreetShelf(reference) }),
    createRatingModule({ places, tables }),
    createTimeInTransitModule({ places, tables }),
  ];
}
