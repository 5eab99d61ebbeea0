import { quantumViewErrors as errors } from '@lading/contract/quantum-view/codes';
import type { Caller } from '../registry.ts';
import type { Frozen } from '../world/store.ts';
import { type Criteria, type Criterion, isUnread } from './criteria.ts';
import { type Fault, fault } from './faults.ts';
import { type KeptFile, keptFrom, type QuantumViewState, type Subscription } from './store.ts';
import { isUnderway } from './underway.ts';

export type SeenSubscription = Frozen<Subscription>;
export type SeenFile = Frozen<KeptFile>;
type State = Frozen<QuantumViewState>;

/** The files of one subscription that one criterion asks for. */
export interface Selected {
  readonly subscription: SeenSubscription;
  readonly criterion: Criterion;
  readonly files: readonly SeenFile[];
}

export interface Selection {
  /** In the order of the request, then of the names of subscriptions as they were created. */
  readonly groups: readonly Selected[];
  /** Names of subscriptions that are not active. */
  readonly inactive: readonly string[];
}

/**
 * What the caller's criteria select: subscriptions of the user whose account the grant reaches, and of those the
 * unread files, or the ones named or cut within the range. A file comes once, whatever asks for it twice.
 */
export function select(state: State, caller: Caller, criteria: Criteria, now: number): Selection | Fault {
  const visible = visibleTo(state, caller);
  const groups: Selected[] = [];
  const inactive = new Set<string>();
  const taken = new Set<SeenFile>();
  for (const criterion of criteria.requests) {
    const meant = subscriptionsFor(visible, criterion);
    if ('fault' in meant) return meant;
    for (const subscription of meant) {
      if (subscription.status !== 'A') inactive.add(subscription.name);
      if (subscription.status !== 'A' && criterion.name === null) continue;
      const files = filesFor(state, subscription, criterion, now).filter((file) => !taken.has(file));
      for (const file of files) taken.add(file);
      groups.push({ subscription, criterion, files });
    }
    const missing = criterion.files.find(
      (name) => !groups.some(({ files }) => files.some((file) => file.name === name)),
    );
    if (missing !== undefined) return fault(errors.fileNotFound, { name: missing });
  }
  return { groups, inactive: [...inactive] };
}

/** Subscriptions of the user on accounts that the grant reaches; others do not exist for the caller. */
function visibleTo({ subscriptions }: State, { userName, accounts }: Caller): readonly SeenSubscription[] {
  return [...subscriptions.values()].filter(
    (one) => one.userName === userName && accounts.includes(one.account),
  );
}

function subscriptionsFor(
  visible: readonly SeenSubscription[],
  { name }: Criterion,
): readonly SeenSubscription[] | Fault {
  if (name !== null) {
    const named = visible.filter((one) => one.name === name);
    return named.length > 0 ? named : fault(errors.subscriptionNameInvalid, { name });
  }
  const hasActive = visible.some((one) => one.status === 'A');
  return hasActive ? visible : fault(errors.noActiveSubscription);
}

function filesFor(
  state: State,
  subscription: SeenSubscription,
  criterion: Criterion,
  now: number,
): readonly SeenFile[] {
  if (subscription.status !== 'A') return [];
  const oldest = keptFrom(now);
  const kept = (state.files.get(subscription.number) ?? []).filter(
    (file) => file.at >= oldest && file.at <= now,
  );
  if (isUnread(criterion)) return kept.filter((file) => !file.isRead && !isUnderway(file));
  const { range, files } = criterion;
  const named = files.length === 0 ? kept : kept.filter((file) => files.includes(file.name));
  return range === null ? named : named.filter((file) => file.at >= range.begin && file.at <= range.end);
}
