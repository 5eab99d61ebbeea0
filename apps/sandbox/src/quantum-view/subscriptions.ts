import { facts } from '@lading/contract/quantum-view/facts';
import { type EventKind, eventKinds } from '@lading/contract/quantum-view/wire';
import { Problem } from '@lading/kit/errors';
import { problems } from '../network/problems.ts';
import { networkStore } from '../network/store.ts';
import type { World } from '../world/world.ts';
import {
  quantumViewStore,
  type Subscription,
  type SubscriptionCreated,
  type SubscriptionStatus,
  type SubscriptionStatusSet,
} from './store.ts';

export interface SubscriptionWish {
  readonly name: string;
  readonly userName: string;
  readonly account: string;
  readonly direction: Subscription['direction'];
  readonly kinds?: readonly EventKind[] | undefined;
  readonly status?: SubscriptionStatus;
}

/** Which status may follow which: pending until activated, then on hold or suspended and back. */
const nextStatuses: Readonly<Record<SubscriptionStatus, readonly SubscriptionStatus[]>> = {
  UN: ['P', 'A'],
  AT: ['A', 'S'],
  P: ['AT', 'A', 'S'],
  A: ['I', 'S'],
  I: ['A', 'S'],
  S: ['A', 'I'],
};

/** Creates a subscription, pending unless said otherwise. */
export function createSubscription(world: World, wish: SubscriptionWish): Subscription {
  const { subscriptions } = world.state(quantumViewStore);
  const { name, userName, account } = wish;
  if (!nameShape.test(name)) throw badName(name);
  if (!world.state(networkStore).accounts.has(account)) throw problems.unknownAccount(account);
  const isTaken = [...subscriptions.values()].some((one) => one.userName === userName && one.name === name);
  if (isTaken) throw nameTaken(name, userName);
  const subscription: Subscription = {
    number: numberFor(world, subscriptions.size),
    name,
    userName,
    account,
    direction: wish.direction,
    kinds: wish.kinds ?? eventKinds,
    status: wish.status ?? 'P',
  };
  const fact: SubscriptionCreated = { type: 'subscription-created', subscription };
  world.record(fact);
  return subscription;
}

/** Activates, suspends or puts on hold. */
export function setStatus(
  world: World,
  wish: { readonly userName: string; readonly name: string },
  status: SubscriptionStatus,
): { readonly number: string; readonly status: SubscriptionStatus } {
  const { subscriptions } = world.state(quantumViewStore);
  const found = [...subscriptions.values()].find(
    (one) => one.userName === wish.userName && one.name === wish.name,
  );
  if (found === undefined) throw unknownSubscription(wish.name, wish.userName);
  if (found.status !== status && !nextStatuses[found.status].includes(status)) {
    throw statusRefused(wish.name, found.status, status);
  }
  const fact: SubscriptionStatusSet = { type: 'subscription-status-set', number: found.number, status };
  world.record(fact);
  return { number: found.number, status };
}

const nameShape = new RegExp(`^[0-9A-Za-z]{1,${facts.subscriptionNameLength.today.value}}$`);

function numberFor(world: World, ordinal: number): string {
  const random = world.random(`subscription/${ordinal}`);
  return Array.from({ length: 16 }, () => '0123456789ABCDEF'.charAt(Math.floor(random() * 16))).join('');
}

function badName(name: string): Problem {
  return new Problem({
    code: 'SUBSCRIPTION_NAME',
    status: 400,
    text: {
      en: '“{name}” is not a subscription name: 1 to 21 letters and digits.',
      fr: '« {name} » n’est pas un nom d’abonnement : de 1 à 21 lettres et chiffres.',
    },
    params: { name },
  });
}

function nameTaken(name: string, userName: string): Problem {
  return new Problem({
    code: 'SUBSCRIPTION_EXISTS',
    status: 409,
    text: {
      en: '{userName} has a subscription {name} already.',
      fr: '{userName} a déjà un abonnement {name}.',
    },
    params: { name, userName },
  });
}

function unknownSubscription(name: string, userName: string): Problem {
  return new Problem({
    code: 'UNKNOWN_SUBSCRIPTION',
    status: 404,
    text: {
      en: '{userName} has no subscription {name}.',
      fr: '{userName} n’a aucun abonnement {name}.',
    },
    params: { name, userName },
  });
}

function statusRefused(name: string, from: string, to: string): Problem {
  return new Problem({
    code: 'SUBSCRIPTION_STATUS',
    status: 409,
    text: {
      en: 'Subscription {name} cannot go from {from} to {to}.',
      fr: 'L’abonnement {name} ne peut pas passer de {from} à {to}.',
    },
    params: { name, from, to },
  });
}
