import { basic, codeFor, send } from '@lading/sandbox/oauth/testing/client';
import type { WorldForTests } from '@lading/sandbox/testing';
import type { QuantumViewItem, QuantumViewQuery } from '@lading/sdk';
import { createClient } from '@lading/sdk/client';
import type { Pair } from './pair.ts';

type FileSeen = Extract<QuantumViewItem, { kind: 'file' }>;

/** A program of the company's that was there before Lading: it reads what is unread, and nothing else. */
export class Incumbent {
  readonly #pair: Pair;

  constructor(pair: Pair) {
    this.#pair = pair;
  }

  /** The names of the files that it is handed out now. */
  async read(name: string): Promise<string[]> {
    return (await this.#files({ names: [name] })).map(({ fileName }) => fileName);
  }

  /** The names of the files of the last days that nobody has read; asked by date, which takes nothing from anybody. */
  async unread(name: string, from: Date): Promise<string[]> {
    const files = await this.#files({ names: [name], from });
    return files.filter(({ isUnread }) => isUnread).map(({ fileName }) => fileName);
  }

  async #files(query: QuantumViewQuery): Promise<FileSeen[]> {
    const client = createClient({
      environment: { baseUrl: this.#pair.sandboxUrl },
      ...{ clientId: 'sandbox-client', clientSecret: 'sandbox-secret' },
    });
    const access = { kind: 'token', accessToken: await this.#logOn() } as const;
    const files: FileSeen[] = [];
    for await (const item of client.quantumView.files(query, { access })) {
      if (item.kind === 'file') files.push(item);
    }
    return files;
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
