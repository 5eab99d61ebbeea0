import { Problem } from '@lading/kit/errors';
import { parseCappedJson } from '@lading/wire/json';
import { isObject } from '../edge/reading.ts';
import { type FieldFault, wrongMembers } from '../edge/wrong-members.ts';
import type { JsonObject } from '../registry.ts';

const CAPS = { maxBytes: 1_000_000, maxDepth: 32 };

/** The JSON object of a body; an empty body counts as `{}`. */
export function readJson(bytes: Uint8Array): JsonObject {
  if (bytes.byteLength === 0) return {};
  const read = parseCappedJson(bytes, CAPS);
  if (!read.ok || !isObject(read.value)) throw notJson();
  return read.value;
}

/** A fault with what the check says of it, for programmers. */
interface ToldFault extends FieldFault {
  readonly message: string;
}

export function bodyInvalid(faults: readonly ToldFault[]): Problem {
  return new Problem({
    code: 'INVALID_REQUEST',
    status: 400,
    text: {
      en: 'Something in the request is missing or not usable: {members}.',
      fr: 'Il manque quelque chose à la demande, ou quelque chose n’y convient pas : {members}.',
    },
    params: { members: wrongMembers(faults) },
    details: { faults: faults.map(describe) },
  });
}

function describe({ instancePath, message }: ToldFault): string {
  return `${instancePath || '/'} ${message}`;
}

function notJson(): Problem {
  return new Problem({
    code: 'NOT_JSON',
    status: 400,
    text: { en: 'The body must be a JSON object.', fr: 'Le corps doit être un objet JSON.' },
  });
}
