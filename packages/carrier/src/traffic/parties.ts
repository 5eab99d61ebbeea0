import { place } from '../network/facilities.ts';
import type { Party } from '../quantum-view/shipment.ts';
import { between, pick, type Random } from '../random.ts';
import { drawAccountNumber } from '../tracking-number/account-number.ts';
import {
  companyForms,
  companyStarts,
  companyTrades,
  familyNames,
  frenchStreets,
  givenNames,
  streetNames,
  streetTypes,
} from './data/words.ts';

/** A party that the network knows how to reach. */
export interface PlacedParty extends Party {
  /** Place number. */
  readonly place: number;
}

/** A household in a town. */
export function drawHome(random: Random, placeIndex: number): PlacedParty {
  const name = personName(random);
  const line2 = random() < 0.25 ? { line2: `APT ${between(random, 1, 40)}` } : {};
  return { ...addressIn(random, placeIndex), ...line2, name, attention: name, isHome: true };
}

/** A company in a town. */
export function drawBusiness(random: Random, placeIndex: number): PlacedParty {
  const name = `${pick(random, companyStarts)} ${pick(random, companyTrades)} ${pick(random, companyForms)}`;
  const line2 =
    random() < 0.35 ? { line2: `${pick(random, ['SUITE', 'UNIT', 'DOCK'])} ${between(random, 1, 60)}` } : {};
  const attention = pick(random, ['RECEIVING', 'SHIPPING', 'FRONT OFFICE', personName(random)]);
  return { ...addressIn(random, placeIndex), ...line2, name, attention, isHome: false };
}

/** A company that ships on an account of its own. */
export function drawSupplier(random: Random, placeIndex: number): PlacedParty & { readonly account: string } {
  return { ...drawBusiness(random, placeIndex), account: drawAccountNumber(random) };
}

function personName(random: Random): string {
  return `${pick(random, givenNames)} ${pick(random, familyNames)}`;
}

function addressIn(random: Random, placeIndex: number) {
  const { city, state, postalCode, country } = place(placeIndex);
  const line1 = `${between(random, 10, 9899)} ${drawStreet(random, state)}`;
  return { place: placeIndex, line1, city, state, postalCode, country, phone: phoneNumber(random) };
}

function drawStreet(random: Random, state: string): string {
  if (state === 'QC') return pick(random, frenchStreets);
  return `${pick(random, streetNames)} ${pick(random, streetTypes)}`;
}

/** Ten digits in the exchange 555, which belongs to nobody. */
function phoneNumber(random: Random): string {
  return `${between(random, 201, 989)}555${String(between(random, 0, 9999)).padStart(4, '0')}`;
}
