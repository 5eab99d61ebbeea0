import type { JsonObject } from '../registry.ts';

/** The text of a member; undefined where it is absent, empty or no text. Empty optional members count as absent. */
export function textOf(object: JsonObject, member: string): string | undefined {
  const value = Object.hasOwn(object, member) ? object[member] : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object that a member holds; undefined where it is absent or something else. */
export function objectOf(object: JsonObject, member: string): JsonObject | undefined {
  const value = Object.hasOwn(object, member) ? object[member] : undefined;
  return isObject(value) ? value : undefined;
}

/** The elements of a member that is an array; none where it is absent. */
export function listOf(object: JsonObject, member: string): readonly unknown[] {
  const value = Object.hasOwn(object, member) ? object[member] : undefined;
  return Array.isArray(value) ? value : [];
}
