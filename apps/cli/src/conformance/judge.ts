import { expandArrays } from '@lading/contract/arrays/wire';
import { deviationsOf } from '@lading/contract/published/deviations';
import { follow, isObject, requestSchema, responseSchema } from '@lading/contract/published/files';
import { type JsonSchema, patchedSchema } from '@lading/contract/published/patch';
import { gatewayErrors } from '@lading/contract/response/codes';
import { Ajv, type ErrorObject } from 'ajv';
import type { Subject } from './subject.ts';
import type { Reply } from './target.ts';

export type Profile = 'published' | 'observed';

/** What is to be said of an answer to a request that the carrier's file allows. */
export interface Verdict {
  readonly kind: 'success' | 'refusal';
  /** Why the answer is not one of the carrier's; empty where it is. */
  readonly faults: readonly string[];
}

/** Holds documents against the carrier's own schemas of an operation, after the patch list. */
export interface Judge {
  /** What the carrier's schema says against a request; empty where nothing. */
  request(document: unknown): string[];
  answer(reply: Reply): Verdict;
}

type Check = (document: unknown) => string[];

/** Codes that say that a document does not fit its schema; no answer to one that does. */
const SCHEMA_REFUSALS: ReadonlySet<string> = new Set(
  [gatewayErrors.documentMalformed, gatewayErrors.documentInvalid, gatewayErrors.documentEmpty].map(
    ({ code }) => code,
  ),
);

export function createJudge(subject: Subject, profile: Profile): Judge {
  const { wire, entry, documents } = subject;
  const wholeRequest = entry && documents?.request ? requestSchema(entry) : undefined;
  const request =
    wholeRequest === undefined ? undefined : compiled(subject, wholeRequest, documents?.request, profile);
  const success = subject.answerSchema ?? (entry ? responseSchema(entry) : undefined);
  const answer = success === undefined ? undefined : compiled(subject, success, documents?.response, profile);
  const refusal = refusalCheck(subject, profile);
  return {
    request: (document) => request?.(document) ?? [],
    answer: (reply) => {
      if (reply.status >= 500) return { kind: 'refusal', faults: [`answered ${reply.status}`] };
      if (reply.status < 400) {
        const strict = expandArrays(reply.json, wire.responseArrays);
        const isRefused = wire.errorsInsideSuccess && hasFailed(reply.json);
        return { kind: isRefused ? 'refusal' : 'success', faults: answer?.(strict) ?? [] };
      }
      return { kind: 'refusal', faults: judgeRefusal(reply, subject, refusal) };
    },
  };
}

/** Whether a business error stands inside a success, as the XML-era envelope says it. */
function hasFailed(document: unknown): boolean {
  const [inner] = isObject(document) ? Object.values(document) : [];
  const response = isObject(inner) ? inner.Response : undefined;
  return isObject(response) && response.ResponseStatusCode === '0';
}

/** A refusal has a status that the file declares, the file's envelope, and a reason that is not the schema. */
function judgeRefusal(reply: Reply, { wire }: Subject, check: Check): string[] {
  const { code } = errorOf(reply.json);
  const declared = wire.statuses.includes(reply.status) ? [] : [`answered ${reply.status}, not declared`];
  if (code === undefined) return [...declared, `answered ${reply.status} without a code`];
  const schema = SCHEMA_REFUSALS.has(code) ? [`refused a valid request as ${code}`] : [];
  const credentials =
    reply.status === 401 || reply.status === 403 ? [`refused the credentials as ${code}`] : [];
  return [...declared, ...schema, ...credentials, ...check(reply.json)];
}

/** Code and message of the first error, whichever of the carrier's envelopes it stands in. */
export function errorOf(document: unknown): { readonly code?: string; readonly message?: string } {
  if (!isObject(document)) return {};
  const inner = isObject(document.response) ? document.response : document;
  const first = Array.isArray(inner.errors) ? inner.errors[0] : undefined;
  if (!isObject(first) || typeof first.code !== 'string') return {};
  return { code: first.code, ...(typeof first.message === 'string' ? { message: first.message } : {}) };
}

/** Time in Transit's file leaves the outer member of the envelope out; recorded answers have it. */
function refusalCheck(subject: Subject, profile: Profile): Check {
  const { entry } = subject;
  if (!entry) return () => [];
  const schema = follow(entry, ['responses', '400', 'content', 'application/json']).schema;
  const check = compiled(subject, schema, undefined, profile);
  return (document) => {
    const isWrapped = profile === 'observed' && isObject(document) && isObject(document.response);
    const faults = check(document);
    return faults.length > 0 && isWrapped ? check(document.response) : faults;
  };
}

/** The check of a document; its schema is put together when the first document comes. */
function compiled(
  { root, wire }: Subject,
  theirs: unknown,
  ours: object | undefined,
  profile: Profile,
): Check {
  let check: Check | undefined;
  return (document) => {
    check ??= checkOf(
      patchedSchema(theirs, {
        root,
        ours: ours ?? {},
        deviations: ours ? deviationsOf(wire.slug) : [],
        profile,
        isClosed: true,
      }),
    );
    return check(document);
  };
}

/** Every fault that a schema finds, with its place. */
export function checkOf(schema: JsonSchema): Check {
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
  return (document) => (validate(document) ? [] : (validate.errors ?? []).map(sentenceOf));
}

function sentenceOf({ instancePath, message = '', params }: ErrorObject): string {
  const named: unknown = params.additionalProperty ?? params.missingProperty;
  const place = instancePath.replace(/\/\d+(?=\/|$)/g, '');
  const what = typeof named === 'string' && !message.includes(named) ? `${message} (${named})` : message;
  return `${place === '' ? 'the document' : place} ${what}`;
}
