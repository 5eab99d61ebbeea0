import { Agent, type Dispatcher, fetch, ProxyAgent } from 'undici';

/** A `fetch` that believes this certificate authority (PEM) and no other. */
export function withAuthority(ca: string): typeof globalThis.fetch {
  return through(new Agent({ connect: { ca } }));
}

/** A `fetch` that goes through a proxy and believes this certificate authority behind it. */
export function throughProxy(uri: string, ca: string): typeof globalThis.fetch {
  return through(new ProxyAgent({ uri, requestTls: { ca } }));
}

/** Types of Node's fetch and of the package differ in what the SDK does not use. */
function through(dispatcher: Dispatcher): typeof globalThis.fetch {
  const call = (url: string, init: object) => fetch(url, { ...init, dispatcher });
  return call as unknown as typeof globalThis.fetch;
}
