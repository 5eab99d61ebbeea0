import { readFile } from 'node:fs/promises';
import { rootCertificates } from 'node:tls';
import { invalidSetting, type Secret } from '@lading/kit/config';
import { Agent, buildConnector, type Dispatcher, fetch as fetchThrough } from 'undici';
import type { OutgoingConfig } from '../carrier-settings.ts';
import { goesDirect } from './no-proxy.ts';
import { openTunnel } from './tunnel.ts';

/**
 * The `fetch` with which the hub reaches the carrier: through the proxy where one is named, and believing the
 * authorities of `caFile` beside the public ones. Node's own where nothing of it is set.
 * @throws `INVALID_SETTING` for a file that holds no certificate
 */
export async function createOutgoingFetch(config: OutgoingConfig): Promise<typeof fetch> {
  const { proxyUrl, caFile, noProxy, isForHttpsOnly } = config;
  if (proxyUrl === null && caFile === null) return globalThis.fetch;
  const authorities = caFile === null ? undefined : [...rootCertificates, await readAuthorities(caFile)];
  const direct = new Agent({ connect: secure(authorities) });
  const tunnelled = proxyUrl && new Agent({ connect: throughTunnel(proxyUrl, authorities) });
  const wayTo = (url: URL): Dispatcher => {
    const isDirect = (isForHttpsOnly && url.protocol !== 'https:') || goesDirect(url, noProxy);
    return tunnelled && !isDirect ? tunnelled : direct;
  };
  return through(wayTo);
}

function secure(authorities: readonly string[] | undefined): buildConnector.BuildOptions {
  return authorities ? { ca: [...authorities] } : {};
}

/** The carrier's own certificate is checked inside the tunnel, by us: the proxy sees no more than a host's name. */
function throughTunnel(
  proxyUrl: Secret,
  authorities: readonly string[] | undefined,
): buildConnector.connector {
  const connect = buildConnector(secure(authorities));
  return (options, callback) => {
    const isSecure = options.protocol === 'https:';
    const target = `${options.hostname}:${options.port || (isSecure ? 443 : 80)}`;
    openTunnel(proxyUrl, target, authorities).then(
      (socket) => (isSecure ? connect({ ...options, httpSocket: socket }, callback) : callback(null, socket)),
      (error: Error) => callback(error, null),
    );
  };
}

/** Types of Node's fetch and of the package differ in what the SDK does not use. */
function through(wayTo: (url: URL) => Dispatcher): typeof fetch {
  const call = (input: string | URL, init: object = {}) => {
    const url = new URL(input);
    return fetchThrough(url, { ...init, dispatcher: wayTo(url) });
  };
  return call as unknown as typeof fetch;
}

async function readAuthorities(path: string): Promise<string> {
  const pem = await readFile(path, 'utf8').catch(() => '');
  if (/-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----/.test(pem)) return pem;
  throw invalidSetting('LADING_HUB_CA_FILE', {
    en: 'it names a file of certificates in PEM form that this program can read',
    fr: 'il nomme un fichier de certificats au format PEM que ce programme peut lire',
  });
}
