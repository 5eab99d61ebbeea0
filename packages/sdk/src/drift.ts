import type { WireOperation } from '@lading/contract/operation';
import { isObject } from './json.ts';

/** Members of an answer that the contract does not know. They are kept in the answer. */
export interface DriftSeen {
  /** `rating.rate` */
  readonly operation: string;
  /** Each unknown name and how often it came, in order of first sight. */
  readonly members: ReadonlyMap<string, number>;
}

const known = new WeakMap<WireOperation, ReadonlySet<string>>();
const NONE: ReadonlyMap<string, number> = new Map();

/** Names in an answer that its operation's contract knows at no place, and how often they came. */
export function unknownMembers(operation: WireOperation, document: unknown): ReadonlyMap<string, number> {
  const names = namesOf(operation);
  let found: Map<string, number> | undefined;
  const look = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const element of value) look(element);
    } else if (isObject(value)) {
      for (const name of Object.keys(value)) {
        if (names.has(name)) look(value[name]);
        else {
          found ??= new Map();
          found.set(name, (found.get(name) ?? 0) + 1);
        }
      }
    }
  };
  look(document);
  return found ?? NONE;
}

function namesOf(operation: WireOperation): ReadonlySet<string> {
  const names = known.get(operation) ?? new Set(operation.responseNames);
  known.set(operation, names);
  return names;
}
