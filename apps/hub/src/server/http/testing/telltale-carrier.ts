/** How the carrier answers next. */
export type Mood = 'well' | 'refuses' | 'breaks' | 'escapes' | 'splits' | 'away';

export interface Tokens {
  accessToken: string;
  refreshToken: string;
}

/** A carrier that repeats everything it was told, in every form that it can think of. */
export class TelltaleCarrier {
  mood: Mood = 'well';
  readonly tokens: Tokens;
  calls = 0;

  constructor(tokens: Tokens) {
    this.tokens = tokens;
  }

  readonly fetch: typeof fetch = async (input, init) => {
    this.calls += 1;
    const told = heard(input, init);
    if (this.mood === 'well')
      return Response.json(String(input).includes('/oauth/token') ? this.#issued() : EMPTY);
    if (this.mood === 'away')
      throw new TypeError('fetch failed', { cause: new Error(`no way with ${told.join(' ')}`) });
    return this.#refusal(told);
  };

  #issued(): object {
    return {
      ...{ access_token: this.tokens.accessToken, refresh_token: this.tokens.refreshToken },
      ...{ expires_in: '3599', refresh_token_expires_in: '5183999', refresh_count: '0' },
    };
  }

  #refusal(told: readonly string[]): Response {
    const forms = told.flatMap((one) => [
      one,
      encodeURIComponent(one),
      Buffer.from(one).toString('base64'),
      ...(this.mood === 'escapes' ? [JSON.stringify(one), JSON.stringify(JSON.stringify(one))] : []),
    ]);
    const message = `I was told ${forms.join(' and ')}`;
    const body = JSON.stringify({ response: { errors: [{ code: '10401', message }] } });
    const headers = {
      'content-type': 'application/json',
      errordescription: encodeURI(message).slice(0, 4_000),
    };
    const status = this.mood === 'breaks' ? 502 : 401;
    return new Response(this.mood === 'splits' ? inPieces(body) : body, { status, headers });
  }
}

const EMPTY = {
  QuantumViewResponse: {
    Response: { ResponseStatusCode: '1' },
    QuantumViewEvents: { SubscriberID: 'il_support', SubscriptionEvents: [] },
  },
};

/** Everything secret that a request says, as it stands there and unpacked. */
function heard(input: Parameters<typeof fetch>[0], init: RequestInit | undefined): string[] {
  const authorization = new Headers(init?.headers).get('authorization') ?? '';
  const [, credentials = ''] = authorization.split(' ');
  const unpacked = Buffer.from(credentials, 'base64').toString('utf8');
  const form = new URLSearchParams(String(init?.body ?? ''));
  const values = ['code', 'refresh_token'].flatMap((name) => form.get(name) ?? []);
  const password = authorization.startsWith('Basic ')
    ? [unpacked, unpacked.slice(unpacked.indexOf(':') + 1)]
    : [];
  return [String(input), authorization, credentials, ...password, ...values].filter(Boolean);
}

/** Three bytes at a time, so that no secret comes whole. */
function inPieces(text: string): ReadableStream<Uint8Array> {
  const bytes = Buffer.from(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(bytes.subarray(at, at + 3));
      at += 3;
      if (at >= bytes.length) controller.close();
    },
  });
}
