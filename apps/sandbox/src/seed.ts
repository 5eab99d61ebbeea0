import type { Contract } from '@lading/carrier/rating/shipment';
import { ownLandingPage } from './oauth/authorize-request.ts';
import type { Lifetimes } from './oauth/facts.ts';
import { type Product, products } from './oauth/products.ts';

/** An application that may call the sandbox. */
export interface SeedClient {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Shown on the log-in page. */
  readonly name: string;
  readonly ownerUserName: string;
  readonly redirectUris: readonly string[];
  /** The APIs it may call; any other refuses its tokens with 250002. */
  readonly products: readonly Product[];
}

export interface SeedCarrierUser {
  readonly userName: string;
  readonly password: string;
  readonly kind: 'standard' | 'campus-ship';
  readonly accounts: readonly string[];
}

export interface SeedSubscription {
  readonly name: string;
  readonly userName: string;
  readonly account: string;
  readonly direction: 'outbound' | 'inbound' | 'third-party';
  /** `A` active, `P` pending, `I` inactive … as in `SubscriptionStatus.Code`. */
  readonly status: 'UN' | 'AT' | 'P' | 'A' | 'I' | 'S';
}

/** What the carrier has on file of an account. */
export interface SeedAccount {
  readonly number: string;
  readonly contactEmail: string;
  /** Absent: published rates. */
  readonly contract?: Contract;
}

/** Shipments that come by themselves, as if they had done so for some days. */
export interface SeedTraffic {
  /** On a usual working day; fewer at weekends. */
  readonly shipmentsPerDay: number;
  readonly pastDays: number;
  readonly seed: string;
}

/** The facts of a new world. */
export interface Seeds {
  readonly clients: readonly SeedClient[];
  readonly carrierUsers: readonly SeedCarrierUser[];
  readonly subscriptions: readonly SeedSubscription[];
  readonly accounts?: readonly SeedAccount[];
  /** Absent: a quiet world, where only ordered traffic flows. */
  readonly traffic?: SeedTraffic;
  /** Of codes and tokens, where not the carrier's. */
  readonly lifetimes?: Partial<Lifetimes>;
}

const PASSWORD = 'sandbox-pass';

/** Where the local hub receives the browser after the log-in. */
export const hubCallback = 'http://127.0.0.1:3000/integrations/callback';

/** What every new world holds unless told otherwise; the command prints it. */
export const seeds: Seeds = {
  clients: [
    {
      clientId: 'sandbox-client',
      clientSecret: 'sandbox-secret',
      name: 'Lading',
      ownerUserName: 'il_support',
      redirectUris: [hubCallback, hubCallback.replace('127.0.0.1', 'localhost'), ownLandingPage],
      products,
    },
  ],
  carrierUsers: [
    {
      userName: 'il_support',
      password: PASSWORD,
      kind: 'standard',
      accounts: ['A1B2C3', 'D4E5F6', '7G8H9J'],
    },
    { userName: 'north_support', password: PASSWORD, kind: 'standard', accounts: ['N1R2T3'] },
    { userName: 'campus_user', password: PASSWORD, kind: 'campus-ship', accounts: [] },
  ],
  subscriptions: [
    subscription('Outbound', 'il_support', 'A1B2C3', 'outbound', 'A'),
    subscription('Inbound', 'il_support', 'D4E5F6', 'inbound', 'A'),
    subscription('ThirdParty', 'il_support', '7G8H9J', 'third-party', 'A'),
    subscription('Northline', 'north_support', 'N1R2T3', 'outbound', 'A'),
    subscription('Unassociated', 'il_support', 'X9Y8Z7', 'outbound', 'A'),
    subscription('Dormant', 'il_support', 'A1B2C3', 'outbound', 'I'),
  ],
  accounts: [
    {
      number: 'A1B2C3',
      contactEmail: 'shipping@maple-outfitters.example',
      contract: contract('P100200', 3200),
    },
    {
      number: 'D4E5F6',
      contactEmail: 'receiving@maple-outfitters.example',
      contract: contract('P100201', 2500),
    },
    {
      number: '7G8H9J',
      contactEmail: 'freight@maple-outfitters.example',
      contract: contract('P100202', 1800),
    },
    { number: 'N1R2T3', contactEmail: 'office@northline-foods.example' },
  ],
};

/** Ground by weight, the rest by service; a third off homes, a tenth off fuel. */
function contract(number: string, groundBps: number): Contract {
  return {
    number,
    discounts: [
      { service: '03', fromPounds: 31, bps: groundBps + 800 },
      { service: '03', zones: ['002', '003', '004'], bps: groundBps + 300 },
      { service: '03', bps: groundBps },
    ],
    serviceDiscountBps: {
      '01': 4000,
      '02': 3800,
      '07': 4500,
      '08': 4200,
      '11': 3000,
      '12': 3000,
      '65': 4500,
    },
    surchargeDiscountBps: { '270': 3300, '375': 1000 },
  };
}

function subscription(
  name: string,
  userName: string,
  account: string,
  direction: SeedSubscription['direction'],
  status: SeedSubscription['status'],
): SeedSubscription {
  return { name, userName, account, direction, status };
}

/** The usual world with the traffic of two companies, for people who look around. */
export const demoSeeds: Seeds = { ...seeds, traffic: { shipmentsPerDay: 60, pastDays: 12, seed: 'demo' } };
