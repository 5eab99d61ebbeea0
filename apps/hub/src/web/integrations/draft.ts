import type { Text } from '@lading/kit/text';
import type { NewIntegration } from '../../api/integrations.ts';
import { ENVIRONMENTS, INTEGRATION_TYPES } from '../../api/words.ts';
import { texts } from './text.ts';

/** What the wizard holds until Create; kept per browser tab, so that a reload loses nothing. */
export interface Draft {
  readonly name: string;
  readonly type: string;
  /** Empty: the one that is proposed. */
  readonly environment: string;
  readonly subscriptions: readonly [string, string, string];
  /** Makes a repeated Create the same Create. */
  readonly key: string;
  /** What Create made of it; from then on only step 4 is left. */
  readonly createdId: string | null;
}

export const EMPTY_DRAFT: Omit<Draft, 'key'> = {
  name: '',
  type: '',
  environment: '',
  subscriptions: ['', '', ''],
  createdId: null,
};

export interface DraftTrouble {
  readonly name?: Text;
  readonly type?: Text;
  readonly subscriptions: readonly (Text | null)[];
  readonly noSubscription?: Text;
}

/** What stands in the way of creating; names are never trimmed, because the carrier compares them exactly. */
export function troubleOf(draft: Draft): DraftTrouble {
  return {
    ...nameTrouble(draft.name),
    ...(isType(draft.type) ? {} : { type: texts.typeMissing }),
    subscriptions: draft.subscriptions.map((name, index) => subscriptionTrouble(name, index, draft)),
    ...(draft.subscriptions.every((name) => name === '') ? { noSubscription: texts.oneAtLeast } : {}),
  };
}

function nameTrouble(name: string): { name?: Text } {
  if (name.trim() === '') return { name: texts.nameMissing };
  return name.length > 80 ? { name: texts.nameTooLong } : {};
}

function subscriptionTrouble(name: string, index: number, draft: Draft): Text | null {
  if (name === '') return null;
  if (name.length > 21) return texts.tooLong;
  return draft.subscriptions.indexOf(name) < index ? texts.twice : null;
}

export interface Caution {
  readonly text: Text;
  readonly params: Readonly<Record<string, string>>;
}

/** What is allowed but is rarely meant: stray spaces, letters that only look alike, names that nearly agree. */
export function cautionOf(name: string, others: readonly string[] = []): Caution | null {
  if (name !== name.trim()) return { text: texts.edgeSpace, params: {} };
  if (/\s{2}/.test(name)) return { text: texts.doubleSpace, params: {} };
  const near = others.find((other) => other !== name && other !== '' && skeleton(other) === skeleton(name));
  if (near !== undefined) return { text: texts.nearlySame, params: { name: near } };
  const odd = [...new Set(name.match(/[^A-Za-z0-9 \-_.]/gu) ?? [])];
  return odd.length === 0 ? null : { text: texts.lookAlike, params: { characters: odd.join(' ') } };
}

/** Names that a hurried eye takes for the same: case, spaces, hyphens, and I, l, 1 or O, 0. */
function skeleton(name: string): string {
  return name
    .toLowerCase()
    .replace(/[il1|]/g, 'l')
    .replace(/0/g, 'o')
    .replace(/[\s\-_.]/g, '');
}

export function isStepDone(draft: Draft, step: 'name' | 'subscriptions'): boolean {
  const trouble = troubleOf(draft);
  if (step === 'name') return trouble.name === undefined && trouble.type === undefined;
  return trouble.noSubscription === undefined && trouble.subscriptions.every((one) => one === null);
}

export function toNewIntegration(draft: Draft): NewIntegration {
  const type = INTEGRATION_TYPES.find((one) => one === draft.type) ?? INTEGRATION_TYPES[0];
  const environment = ENVIRONMENTS.find((one) => one === draft.environment);
  return {
    name: draft.name.trim(),
    type,
    ...(environment ? { environment } : {}),
    subscriptions: draft.subscriptions.filter((name) => name !== ''),
  };
}

function isType(type: string): boolean {
  return INTEGRATION_TYPES.some((one) => one === type);
}

const KEY = 'lading.integration-draft';

/** The draft of this tab; a new one where none is kept or where it can no longer be read. */
export function readDraft(): Draft {
  return parseDraft(sessionStorage.getItem(KEY)) ?? { ...EMPTY_DRAFT, key: crypto.randomUUID() };
}

export function parseDraft(kept: string | null): Draft | null {
  if (kept === null) return null;
  try {
    const value: unknown = JSON.parse(kept);
    return isDraft(value) ? value : null;
  } catch {
    return null;
  }
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const { name, type, environment, subscriptions, key, createdId } = value as Partial<
    Record<keyof Draft, unknown>
  >;
  return (
    [name, type, environment, key].every((one) => typeof one === 'string') &&
    (createdId === null || typeof createdId === 'string') &&
    Array.isArray(subscriptions) &&
    subscriptions.length === 3 &&
    subscriptions.every((one) => typeof one === 'string')
  );
}

export function keepDraft(draft: Draft): void {
  sessionStorage.setItem(KEY, JSON.stringify(draft));
}

export function forgetDraft(): void {
  sessionStorage.removeItem(KEY);
}

/** Create in the list begins anew, unless something half-typed is waiting. */
export function forgetCreatedDraft(): void {
  if (readDraft().createdId !== null) forgetDraft();
}
