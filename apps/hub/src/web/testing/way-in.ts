import type { DeskCompanies, DeskCompany, DeskCompanyChange } from '../../api/desk.ts';
import type { Integration } from '../../api/integrations.ts';
import type { AccountDirectory, Contact, Standing, WayIn } from '../../api/way-in.ts';

/** What the mock hub knows of a company's way in; views change it before a page is opened. */
export interface WayInState {
  wayIn: Omit<WayIn, 'authorization' | 'hasOnlyOwnApplications' | 'accountCount' | 'subscriptionNames'>;
  contact: Contact | null;
  cutOver: string | null;
  subscriptionNames: readonly string[];
  accounts: AccountDirectory['accounts'];
  validated: Map<string, { at: string; by: string }>;
}

const at = '2026-11-16T14:05:00.000Z';
const alice = { at, by: 'Alice Martin' };
const CONTACT: Contact = { name: 'Cleo Fontaine', email: 'cleo@lading.example', telephone: '514 555-0100' };

/** As on a good day: names provided, a contact named, the first steps still open. */
export function usualWayIn(): WayInState {
  return {
    wayIn: { carrierUser: null, handOver: null, associations: null },
    contact: CONTACT,
    cutOver: null,
    subscriptionNames: ['Outbound', 'Inbound'],
    accounts: [],
    validated: new Map(),
  };
}

export const TAKEN: WayInState['wayIn'] = {
  carrierUser: { how: 'new', email: 'carrier-data@maple.example', done: alice },
  handOver: { userName: 'maple_support', email: 'carrier-data@maple.example', done: alice },
  associations: { how: 'associated', done: alice },
};

export const ACCOUNTS: AccountDirectory['accounts'] = [
  { number: 'A1B2C3', name: 'Montréal, dock 4', group: 'East' },
  { number: 'D4E5F6', name: 'Returns', group: 'East' },
  { number: '7G8H9J', name: 'Vancouver', group: null },
];

export function wayInOf(state: WayInState, integrations: readonly Integration[]): WayIn {
  const furthest = integrations.find((each) => each.status === 'authorized') ?? integrations[0];
  const { authorizedAt } = furthest ?? {};
  return {
    ...state.wayIn,
    hasOnlyOwnApplications: integrations.length > 0 && integrations.every(isOwn),
    authorization: furthest
      ? {
          integrationId: furthest.integrationId,
          status: furthest.status,
          done:
            furthest.status === 'authorized' && authorizedAt
              ? { at: authorizedAt, by: furthest.authorizedBy ?? '—' }
              : null,
          validated: state.validated.get(furthest.integrationId) ?? null,
        }
      : null,
    accountCount: state.accounts.length,
    subscriptionNames: [...state.subscriptionNames],
  };
}

function isOwn({ type }: Integration): boolean {
  return type === 'ups-quantum-view-data-own';
}

export function standingOf(state: WayInState, integrations: readonly Integration[]): Standing {
  const isMigrated = integrations.some((each) => each.authorizedAt !== null);
  return { contact: state.contact, cutOver: state.cutOver ? { on: state.cutOver, isMigrated } : null };
}

const MAPLE = { companyId: '0193c000-0000-7000-8000-0000000000a1', name: 'Maple Outfitters' };
const NORTHLINE = { companyId: '0193c000-0000-7000-8000-0000000000a2', name: 'Northline Foods' };
const NOTHING = { carrierUser: null, handOver: null, associations: null };

export function deskOf(state: WayInState, integrations: readonly Integration[]): DeskCompanies {
  return { cutOver: state.cutOver, companies: [mapleOf(state, integrations), northline()] };
}

function mapleOf(state: WayInState, integrations: readonly Integration[]): DeskCompany {
  return {
    ...MAPLE,
    contact: state.contact,
    subscriptionNames: [...state.subscriptionNames],
    isMigrated: integrations.some((each) => each.authorizedAt !== null),
    ...state.wayIn,
    integrations: integrations.map((each) => ({
      ...{ integrationId: each.integrationId, name: each.name, status: each.status },
      ...{ authorizedAt: each.authorizedAt, lastFault: each.lastFault, selfTest: seenByDesk(each.selfTest) },
      validated: state.validated.get(each.integrationId) ?? null,
      subscriptions: each.subscriptions.map(({ name, carrierStatus, lastWalkAt }) => ({
        ...{ name, carrierStatus, lastWalkAt },
      })),
    })),
  };
}

function seenByDesk(selfTest: Integration['selfTest']): Integration['selfTest'] {
  const subscriptions = selfTest?.subscriptions.map((each) => ({ ...each, firstTrackingNumbers: [] }));
  return selfTest && subscriptions ? { ...selfTest, subscriptions } : null;
}

function northline(): DeskCompany {
  const own = { contact: null, subscriptionNames: [], isMigrated: false, integrations: [] };
  return { ...NORTHLINE, ...NOTHING, ...own };
}

export function changeCompany(
  state: WayInState,
  integrations: readonly Integration[],
  { contact, subscriptionNames }: DeskCompanyChange,
): DeskCompany {
  if (contact !== undefined) state.contact = contact;
  if (subscriptionNames) state.subscriptionNames = subscriptionNames;
  return mapleOf(state, integrations);
}

export function validate(
  state: WayInState,
  integrations: readonly Integration[],
  integrationId: string,
): DeskCompany {
  state.validated.set(integrationId, { at, by: 'Cleo Fontaine' });
  return mapleOf(state, integrations);
}

export function takeStep(state: WayInState, step: string, body: unknown): void {
  const key = { 'carrier-user': 'carrierUser', 'hand-over': 'handOver' }[step] ?? 'associations';
  state.wayIn = { ...state.wayIn, [key]: body === null ? null : { ...(body as object), done: alice } };
}
