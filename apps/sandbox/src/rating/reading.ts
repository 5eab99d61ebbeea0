import { legacyErrors } from '@lading/contract/response/codes';
import { objectOf, textOf } from '../edge/reading.ts';
import { type JsonObject, type Refusal, refuse } from '../registry.ts';

const NOTHING: JsonObject = {};

/** The object that members lead to, one within the other; an empty one where any of them is absent. */
export function within(object: JsonObject, ...members: readonly string[]): JsonObject {
  return members.reduce((inner, member) => objectOf(inner, member) ?? NOTHING, object);
}

/** The text of the last member; undefined where it or one on the way is absent or empty. */
export function textAt(object: JsonObject, ...members: readonly string[]): string | undefined {
  const last = members.at(-1);
  return last === undefined ? undefined : textOf(within(object, ...members.slice(0, -1)), last)?.trim();
}

/** Whether an indicator is set: an empty member counts, as its presence is what matters. */
export function isSet(object: JsonObject, member: string): boolean {
  return Object.hasOwn(object, member) && object[member] !== null;
}

/** Hundredths of a decimal number that is not below zero; null where the text is none. */
export function hundredthsOf(text: string): number | null {
  return /^\d{0,9}(\.\d*)?$/.test(text) && /\d/.test(text) ? Math.round(Number(text) * 100) : null;
}

export function missing(field: string): Refusal {
  return refuse(legacyErrors.fieldMissing, { field });
}

export function invalid(field: string, value: string): Refusal {
  return refuse(legacyErrors.fieldInvalid, { field, value: value.slice(0, 100) });
}
