import type { AuditList } from '../../api/company.ts';
import type { Integration, SelfTest, Subscription } from '../../api/integrations.ts';
import type { Home, ParcelDetail } from '../../api/parcels.ts';
import type { Session } from '../../api/session.ts';
import { matches, NOW, rowOf, TODAY } from './parcels.ts';

const MAPLE = { companyId: '0193c000-0000-7000-8000-0000000000a1', name: 'Maple Outfitters' };
const NORTHLINE = { companyId: '0193c000-0000-7000-8000-0000000000a2', name: 'Northline Foods' };
const ZONE = 'America/Toronto';

type Role = 'administrator' | 'user';
type Company = NonNullable<Session['company']>;

export const PASSWORD = 'lading-demo';

/** Who can sign in: an administrator, a user, customer success, somebody of two companies, somebody of none. */
export const PEOPLE: readonly Session[] = [
  person(1, 'Alice Martin', 'alice@maple.example', [[MAPLE, 'administrator']]),
  person(2, 'Umar Haddad', 'umar@maple.example', [[MAPLE, 'user']]),
  { ...person(3, 'Cleo Fontaine', 'cleo@lading.example', []), ...desk() },
  person(4, 'Ines Okafor-Bellerose', 'ines@both.example', [
    [MAPLE, 'administrator'],
    [NORTHLINE, 'user'],
  ]),
  person(5, 'Nobody Yet', 'new@lading.example', []),
];

function desk(): Pick<Session, 'user'> {
  return { user: { ...person(3, 'Cleo Fontaine', 'cleo@lading.example', []).user, isDesk: true } };
}

function person(
  id: number,
  name: string,
  email: string,
  memberships: readonly (readonly [typeof MAPLE, Role])[],
): Session {
  const [only, ...more] = memberships;
  return {
    user: {
      userId: `0193d000-0000-7000-8000-00000000000${id}`,
      name,
      email,
      locale: 'en',
      zone: ZONE,
      isDesk: false,
    },
    company: only && more.length === 0 ? companyFor(only[0].companyId, only[1]) : null,
    companies: memberships.map(([company, role]) => ({
      companyId: company.companyId,
      companyName: company.name,
      role,
    })),
    csrfToken: 'mock-csrf-token',
    environment: 'sandbox',
    environments: ['sandbox'],
    now: NOW,
  };
}

export function companyFor(companyId: string, role: Role): Company {
  const { name } = companyId === MAPLE.companyId ? MAPLE : NORTHLINE;
  return { companyId, name, role, zone: ZONE, administrators: ['Alice Martin', 'Nora Tremblay'] };
}

function minutesAgo(minutes: number): string {
  return new Date(Date.parse(NOW) - minutes * 60_000).toISOString();
}

/** `integration` and `position` make the id, so that the same company always has the same addresses. */
export function makeSubscription(integration: number, position: number, name: string): Subscription {
  return {
    subscriptionId: `0193e000-0000-7000-8000-${String(integration * 100 + position).padStart(12, '0')}`,
    position,
    name,
    direction: null,
    carrierStatus: null,
    nextReadAt: null,
    lastAttemptAt: null,
    lastWalkAt: null,
    lastNewDataAt: null,
    lastFault: null,
    gap: null,
    reconciledAt: null,
    competitor: null,
    silentHours: 0,
    heldBack: [],
  };
}

export function makeIntegration(number: number, name: string, names: readonly string[]): Integration {
  return {
    integrationId: `0193f000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    name,
    type: 'ups-quantum-view-data',
    environment: 'sandbox',
    mode: 'shadow',
    modeSince: null,
    status: 'pending',
    authorizedAt: null,
    authorizedBy: null,
    application: null,
    createdAt: minutesAgo(60 * 24 * 9),
    lastFault: null,
    selfTest: null,
    subscriptions: names.map((each, index) => makeSubscription(number, index + 1, each)),
  };
}

/** As after a successful authorization: read minutes ago, every subscription found. */
export function authorized(integration: Integration): Integration {
  const fresh = {
    carrierStatus: 'A',
    lastWalkAt: minutesAgo(4),
    lastNewDataAt: minutesAgo(31),
    nextReadAt: minutesAgo(-1),
  };
  return {
    ...integration,
    status: 'authorized',
    authorizedAt: minutesAgo(5),
    authorizedBy: 'Alice Martin',
    lastFault: null,
    selfTest: selfTestOf(integration.subscriptions.map((each) => each.name)),
    subscriptions: integration.subscriptions.map((each) => ({ ...each, ...fresh, lastFault: null })),
  };
}

/** A misspelt name is not found: the one outcome that the wizard must explain well. */
export function selfTestOf(names: readonly string[]): SelfTest {
  const KNOWN = ['Outbound', 'Inbound', 'ThirdParty', 'Northline'];
  return {
    at: minutesAgo(5),
    token: { ok: true, fault: null },
    subscriptions: names.map((name) => {
      const isKnown = KNOWN.includes(name);
      return {
        name,
        outcome: isKnown ? 'found' : 'not-found',
        carrierStatus: isKnown ? 'A' : null,
        files: isKnown ? 14 : 0,
        records: isKnown ? 1_284 : 0,
        firstTrackingNumbers: isKnown ? ['1ZA1B2C30394618232', '1ZA1B2C30394626151'] : [],
        fault: isKnown
          ? null
          : { code: '330014', message: 'The subscription name is not valid.', at: minutesAgo(5) },
      };
    }),
  };
}

/** Everything that the list can show at once: authorized, pending, and one that must be authorized again. */
export function usualIntegrations(): Integration[] {
  const good = authorized(
    makeIntegration(1, 'Maple Outfitters IL Integration', ['Outbound', 'Inbound', 'ThirdParty']),
  );
  const directions = ['outbound', 'inbound', null] as const;
  const fault = { code: '429', message: 'Too Many Requests', at: minutesAgo(200) };
  return [
    {
      ...good,
      subscriptions: good.subscriptions.map((each, index) => ({
        ...each,
        direction: directions[index] ?? null,
        ...(index === 2 ? { lastWalkAt: minutesAgo(60 * 27), lastFault: fault } : {}),
      })),
    },
    makeIntegration(2, 'Warehouse West', ['West Outbound']),
    {
      ...authorized(makeIntegration(3, 'Returns (Trois-Rivières)', ['Retours TR', 'Outbound ', 'lnbound'])),
      status: 'reauthorization-required',
      lastFault: { code: 'invalid_grant', message: 'The refresh token was revoked.', at: minutesAgo(190) },
    },
  ];
}

export function homeOf(parcels: readonly ParcelDetail[], integrations: readonly Integration[]): Home {
  const group = (wanted: (parcel: ParcelDetail) => boolean) => {
    const found = parcels.filter(wanted);
    return { count: found.length, isCapped: false, first: found.slice(0, 5).map(rowOf) };
  };
  return {
    today: TODAY,
    late: group((parcel) => parcel.isLate),
    arrivingToday: group((parcel) => parcel.expectedOn === TODAY && parcel.status !== 'delivered'),
    exceptionsToday: group((parcel) => matches(parcel, { exception: TODAY })),
    freshness: integrations.flatMap(freshnessOf),
    isConnected: integrations.some((each) => each.status === 'authorized'),
  };
}

function freshnessOf(integration: Integration): Home['freshness'] {
  return integration.subscriptions.map((each) => ({
    subscription: each.name,
    integration: integration.name,
    environment: integration.environment,
    lastWalkAt: each.lastWalkAt,
    lastNewDataAt: each.lastNewDataAt,
    lastFault: each.lastFault ?? integration.lastFault,
    state:
      integration.status === 'reauthorization-required'
        ? 'reauthorization-required'
        : each.lastWalkAt === null
          ? 'never'
          : each.lastFault
            ? 'failing'
            : 'fresh',
  }));
}

export function auditEntries(): AuditList['entries'] {
  const actions = [
    ['integration.create', null, { name: 'Maple Outfitters IL Integration', subscriptions: ['Outbound'] }],
    ['integration.start-authorization', null, null],
    ['integration.authorize', { status: 'pending' }, { status: 'authorized' }],
    [
      'integration.self-test',
      null,
      { tokenOk: true, subscriptions: [{ name: 'Outbound', outcome: 'found' }] },
    ],
    ['integration.change', { name: 'Warehouse W' }, { name: 'Warehouse West' }],
    ['integration.lose-authorization', { status: 'authorized' }, { status: 'reauthorization-required' }],
  ] as const;
  return Array.from({ length: 60 }, (_, index) => {
    const [action, before, after] = actions[index % actions.length] ?? actions[0];
    return {
      entryId: `0193aa00-0000-7000-8000-${String(index).padStart(12, '0')}`,
      at: minutesAgo(index * 173 + 2),
      userName: action === 'integration.lose-authorization' ? null : 'Alice Martin',
      action,
      subject: '0193f000-0000-7000-8000-000000000001',
      before,
      after,
      requestId: index % 3 === 0 ? `req-${index}` : null,
    };
  });
}
