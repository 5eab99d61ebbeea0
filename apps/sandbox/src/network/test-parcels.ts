import { findPlace } from '@lading/carrier/network/facilities';
import {
  type TestOutcome,
  testAccount,
  testOutcomeOf,
  testOutcomes,
} from '@lading/carrier/network/test-numbers';
import type { PlacedParty } from '@lading/carrier/traffic/parties';
import type { World } from '../world/world.ts';
import type { AccountOpened } from './facts.ts';
import { networkStore } from './store.ts';

export interface TestParcel {
  readonly trackingNumber: string;
  readonly outcome: TestOutcome;
}

/** Ships what comes from the account and gives back its tracking number. */
export type ShipOne = (account: string) => string;

/**
 * One parcel for every outcome, from the test account, which is opened where it is not yet. The first call in a world
 * always gives the same numbers.
 */
export function shipTestParcels(world: World, ship: ShipOne): readonly TestParcel[] {
  openTestAccount(world);
  return testOutcomes.map(() => {
    const trackingNumber = ship(testAccount);
    return { trackingNumber, outcome: testOutcomeOf(Number(trackingNumber.slice(-3, -1))) };
  });
}

function openTestAccount(world: World): void {
  if (world.state(networkStore).accounts.has(testAccount)) return;
  const fact: AccountOpened = {
    type: 'account-opened',
    account: { number: testAccount, company: testCompany(), owner: 'nobody', role: null, weight: 0 },
  };
  world.record(fact);
}

function testCompany(): PlacedParty {
  const place = findPlace('US', 'OH', 'COLUMBUS');
  if (place === undefined) throw new RangeError('the network does not know the town of the test account');
  const { postalCode, index, city, state, country } = place;
  return {
    name: 'LADING TEST NUMBERS',
    attention: 'SHIPPING',
    phone: '6145550199',
    line1: '10 OUTCOME ST',
    ...{ city, state, country, postalCode, place: index, isHome: false },
  };
}
