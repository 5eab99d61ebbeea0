import { basic, codeFor, send } from '@lading/sandbox/oauth/testing/client';
import type { WorldForTests } from '@lading/sandbox/testing';
import { createClient } from '@lading/sdk/client';
import type { Pair } from './pair.ts';

/** A program of the company's that was there before Lading: it reads what is unread, and nothing else. */
export class Incumbent {
  readonly #pair: Pair;

  constructor(pair: Pair) {
    this.#pair = pair;
  }

  /** The names of the files that it is handed out now. */
  async read(name: string): Promise<string[]> {
    const client = createClient({
      environment: { baseUrl: this.#pair.sandboxUrl },
      ...{ clientId: 'sandbox-client', clientSecret: 'sandbox-secret' },
    });
    const access = { kind: 'token', accessToken: await this.#logOn() } as const;
    const names: string[] = [];
    for await (const item of client.quantumView.files({ names: [name] }, { access })) {
      if (item.kind === 'file') names.push(item.fileName);
    }
    return names;
  }

  /** As the company's carrier user; a token lives for an hour of the world's time. */
  async #logOn(): Promise<string> {
    const world = { baseUrl: this.#pair.sandboxUrl } as WorldForTests;
    const redirectUri = `${this.#pair.hubUrl}/integrations/callback`;
    const code = await codeFor(world, { redirectUri });
    const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
    const { token } = await send(world, 'token', form, basic());
    return token['access_token'] ?? '';
  }
}
