import { collapseArrays } from '@lading/contract/arrays/wire';
import type { WireOperation } from '@lading/contract/operation';
import type { CarrierError } from '@lading/contract/stated';
import { type Answer, isRefusal, type JsonObject, type Outcome, type Refusal } from '../registry.ts';
import { type HttpAnswer, jsonAnswer, jsonBytes } from './http.ts';
import { writeJson } from './prepared.ts';

/** The bytes of an outcome, in the shape that the asked version gives to arrays. */
export function encode(outcome: Outcome, wire: WireOperation, version: string | null): HttpAnswer {
  return isRefusal(outcome) ? encodeRefusal(outcome) : encodeAnswer(outcome, wire, version);
}

/** The carrier's envelope of errors. */
export function encodeRefusal({ refused, params = {}, headers = {} }: Refusal): HttpAnswer {
  return jsonAnswer(refused.status, errorEnvelope(refused, params), headers);
}

export function errorEnvelope(
  { code, text }: Pick<CarrierError, 'code' | 'text'>,
  params: Readonly<Record<string, string>> = {},
): JsonObject {
  const message = text.replace(/\{(\w+)\}/g, (place, name: string) => params[name] ?? place);
  return { response: { errors: [{ code, message }] } };
}

function encodeAnswer(answer: Answer, wire: WireOperation, version: string | null): HttpAnswer {
  const { status = 200, headers = {}, body } = answer;
  if (body === undefined) return { status, headers, body: [] };
  const shaped = version === null ? body : collapseArrays(body, wire.responseArrays, version);
  return jsonBytes(status, writeJson(shaped, version), headers);
}
