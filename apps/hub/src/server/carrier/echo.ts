import { type Hiding, hidingOf } from '@lading/kit/hiding';

type Init = Parameters<typeof fetch>[1];

/**
 * A carrier's refusal is kept, logged and shown; what it repeats of our secrets is not. Answers that are no refusal
 * pass untouched: they bring the very tokens that were asked for.
 */
export function withoutEchoes(send: typeof fetch): typeof fetch {
  return async (input, init) => {
    // Every form of every secret is worked out for a refusal only: most calls succeed.
    const hiding = () => hidingOf(secretsOf(init));
    const answer = await send(input, init).catch((error: unknown) => {
      throw silent(error, hiding());
    });
    return answer.ok ? answer : silenced(answer, hiding());
  };
}

function silenced(answer: Response, hiding: Hiding): Response {
  const headers = new Headers();
  for (const [name, value] of answer.headers) {
    if (name !== 'content-length') headers.append(name, hiding.hide(value));
  }
  const { status, statusText } = answer;
  const body = answer.body && hiding.hideIn(answer.body);
  return new Response(body, { status, headers, statusText: hiding.hide(statusText) });
}

const DEPTH = 8;

/** The same error where it says nothing secret; else one that says the same without it. */
function silent(error: unknown, hiding: Hiding, depth = 0): unknown {
  if (!(error instanceof Error)) return error;
  const cause = depth < DEPTH ? silent(error.cause, hiding, depth + 1) : undefined;
  const said = `${error.message}\n${error.stack ?? ''}`;
  if (hiding.hide(said) === said && cause === error.cause) return error;
  const quiet = new Error(hiding.hide(error.message), { cause });
  quiet.name = error.name;
  return 'code' in error ? Object.assign(quiet, { code: error.code }) : quiet;
}

const SECRET_FIELDS = ['code', 'refresh_token', 'client_secret'];

/** What a request proves itself with, and what it exchanges. */
function secretsOf(init: Init): string[] {
  const [scheme = '', credentials = ''] = (new Headers(init?.headers).get('authorization') ?? '').split(' ');
  const pair = scheme.toLowerCase() === 'basic' ? Buffer.from(credentials, 'base64').toString('utf8') : '';
  const form = typeof init?.body === 'string' ? new URLSearchParams(init.body) : new URLSearchParams();
  const fields = SECRET_FIELDS.flatMap((name) => form.getAll(name));
  return [credentials, pair.slice(pair.indexOf(':') + 1), ...fields].filter((one) => one !== '');
}
