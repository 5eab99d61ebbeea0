import type { BrowserContext, ConsoleMessage } from 'playwright-core';

/** An answer that a journey provokes on purpose; the browser notes it on the console. */
export interface Announced {
  readonly status: number;
  readonly path: RegExp;
}

/** Nobody is signed in yet: the page learns it by asking. */
const ALWAYS: readonly Announced[] = [{ status: 401, path: /^\/api\/v1\/session$/ }];

/** Everything that no journey may cause, in any window: a request elsewhere, an error, a breach of the policy. */
export class Watch {
  readonly faults: string[] = [];
  readonly #announced: Announced[] = [...ALWAYS];

  constructor(context: BrowserContext, origins: readonly string[]) {
    context.on('request', (request) => {
      const url = new URL(request.url());
      const isOurs = origins.includes(url.origin) || ['data:', 'about:', 'blob:'].includes(url.protocol);
      if (!isOurs) this.faults.push(`request to ${request.url()}`);
    });
    context.on('weberror', (error) => this.faults.push(`error in a page: ${error.error().message}`));
    context.on('console', (message) => this.#hear(message));
  }

  announce(status: number, path: RegExp): void {
    this.#announced.push({ status, path });
  }

  #hear(message: ConsoleMessage): void {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    const { url } = message.location();
    const status = Number(/status of (\d{3})/.exec(message.text())?.[1]);
    const path = URL.canParse(url) ? new URL(url).pathname : '';
    const isAnnounced = this.#announced.some((one) => one.status === status && one.path.test(path));
    if (!isAnnounced) this.faults.push(`console ${message.type()} at ${url}: ${message.text()}`);
  }
}
