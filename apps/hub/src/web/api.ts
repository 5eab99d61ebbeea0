import type { Text } from '@lading/kit/text';
import type { ProblemBody } from '../api/shapes.ts';

/** What the hub, or the way to it, refused; `text` is the sentence for the reader. */
export class ApiFailure extends Error {
  readonly code: string;
  readonly status: number;
  readonly text: Text;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(status: number, body: Pick<ProblemBody, 'code' | 'text' | 'details'>) {
    super(body.text.en);
    this.name = 'ApiFailure';
    this.code = body.code;
    this.status = status;
    this.text = body.text;
    this.details = body.details;
  }
}

const unreachable: Pick<ProblemBody, 'code' | 'text' | 'details'> = {
  code: 'HUB_UNREACHABLE',
  text: {
    en: 'Lading cannot be reached. Check the connection; the page tries again by itself.',
    fr: 'Impossible de joindre Lading. Vérifiez la connexion; la page réessaie d’elle-même.',
  },
  details: {},
};

const unexpected: Pick<ProblemBody, 'code' | 'text' | 'details'> = {
  code: 'UNEXPECTED_ANSWER',
  text: {
    en: 'Lading answered in a way this page does not understand. Reload the page.',
    fr: 'Lading a répondu d’une façon que cette page ne comprend pas. Actualisez la page.',
  },
  details: {},
};

let csrfToken = '';

/** The token of the session goes along with every change. */
export function rememberCsrfToken(token: string): void {
  csrfToken = token;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One call of `/api/v1`; throws `ApiFailure`. */
export async function call<Answer>(
  method: Method,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const answer = await send(method, path, body, headers);
  if (answer.status === 204 || answer.status === 202) return undefined as Answer;
  const content: unknown = await answer.json().catch(() => undefined);
  if (answer.ok && content !== undefined) return content as Answer;
  throw new ApiFailure(answer.status, isProblem(content) ? content : unexpected);
}

async function send(
  method: Method,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  try {
    return await fetch(`/api/v1${path}`, {
      method,
      credentials: 'same-origin',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'GET' ? {} : { 'x-csrf-token': csrfToken }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new ApiFailure(0, unreachable);
  }
}

function isProblem(content: unknown): content is ProblemBody {
  return typeof content === 'object' && content !== null && 'code' in content && 'text' in content;
}

/** `?a=1&b=2` of the members that have a value. */
export function queryString(members: Readonly<Record<string, string | number | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(members)) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
