import { findPlace, places } from '@lading/carrier/network/facilities';
import { pick } from '@lading/carrier/random';
import { drawBusiness, type PlacedParty } from '@lading/carrier/traffic/parties';
import type { World } from '../world/world.ts';
import type { Account } from './facts.ts';

interface Company {
  readonly name: string;
  readonly line1: string;
  readonly country: string;
  readonly state: string;
  readonly city: string;
  readonly phone: string;
  readonly locationId?: string;
}

/** The accounts of the usual seeds with the invented companies behind them. */
const seedAccounts: readonly Account[] = [
  {
    number: 'A1B2C3',
    owner: 'il_support',
    role: 'outbound',
    weight: 50,
    company: companyAt({
      name: 'MAPLE OUTFITTERS INC',
      line1: '4100 FOUNDRY RD',
      country: 'US',
      state: 'OH',
      city: 'COLUMBUS',
      phone: '6145550142',
    }),
  },
  {
    number: 'D4E5F6',
    owner: 'il_support',
    role: 'inbound',
    weight: 22,
    company: companyAt({
      name: 'MAPLE OUTFITTERS RECEIVING',
      line1: '6500 BOUL INDUSTRIEL',
      country: 'CA',
      state: 'QC',
      city: 'MONTREAL',
      phone: '5145550118',
      locationId: 'MTLDOCK',
    }),
  },
  {
    number: '7G8H9J',
    owner: 'il_support',
    role: 'third-party',
    weight: 13,
    company: companyAt({
      name: 'MAPLE OUTFITTERS FREIGHT',
      line1: '4102 FOUNDRY RD',
      country: 'US',
      state: 'OH',
      city: 'COLUMBUS',
      phone: '6145550143',
    }),
  },
  {
    number: 'N1R2T3',
    owner: 'north_support',
    role: 'outbound',
    weight: 12,
    company: companyAt({
      name: 'NORTHLINE FOODS CO',
      line1: '815 HARBOUR ST',
      country: 'US',
      state: 'MN',
      city: 'MINNEAPOLIS',
      phone: '6125550177',
    }),
  },
  {
    number: 'X9Y8Z7',
    owner: 'il_support',
    role: 'outbound',
    weight: 3,
    company: companyAt({
      name: 'MAPLE OUTFITTERS CLEARANCE',
      line1: '77 DEPOT ST',
      country: 'US',
      state: 'KY',
      city: 'HEBRON',
      phone: '8595550161',
    }),
  },
];

/** The account of that number, or one of a drawn company that traffic leaves alone. */
export function seedAccount(world: World, number: string, owner: string): Account {
  const known = seedAccounts.find((one) => one.number === number);
  if (known !== undefined) return { ...known, owner };
  const random = world.random(`account/${number}`);
  return { number, owner, role: null, weight: 0, company: drawBusiness(random, pick(random, places).index) };
}

function companyAt({ country, state, city, ...rest }: Company): PlacedParty {
  const place = findPlace(country, state, city);
  if (place === undefined) throw new RangeError(`the network does not know ${city}`);
  const { postalCode, index } = place;
  return { ...rest, attention: 'SHIPPING', city, state, country, postalCode, place: index, isHome: false };
}
