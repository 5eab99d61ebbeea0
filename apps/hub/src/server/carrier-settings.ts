import { type Environment, invalidSetting, readEnv, type Secret, secret, text } from '@lading/kit/config';
import { Problem } from '@lading/kit/errors';
import type { EnvironmentName } from './tables.ts';

/** One side of the carrier, and the hub's own application there. */
export interface CarrierConfig {
  readonly environment: EnvironmentName;
  /** The sandbox's address; null for the carrier's own hosts. */
  readonly baseUrl: string | null;
  readonly clientId: string;
  readonly clientSecret: Secret;
}

/** The way to the carrier where it does not lie open. */
export interface OutgoingConfig {
  /** `http(s)://user:password@host:port` of a proxy that opens tunnels; null where the way is direct. */
  readonly proxyUrl: Secret | null;
  /** True where the address is `HTTPS_PROXY`, which by custom is for https alone. */
  readonly isForHttpsOnly: boolean;
  /** Hosts that are reached directly, as `NO_PROXY` writes them. */
  readonly noProxy: string;
  /** A file of certificate authorities (PEM) that are believed beside the public ones. */
  readonly caFile: string | null;
}

const ENVIRONMENTS: readonly EnvironmentName[] = ['sandbox', 'test', 'production'];

const NAMES = {
  environments: 'LADING_HUB_CARRIER',
  url: 'LADING_HUB_CARRIER_URL',
  clientId: 'LADING_HUB_CARRIER_CLIENT_ID',
  clientSecret: 'LADING_HUB_CARRIER_CLIENT_SECRET',
} as const;

/**
 * The carrier's sides in the order given. One alone is named by the plain settings; where there are several, each has
 * its own application, whose settings end in the side's name (`…_CLIENT_ID_TEST`).
 * @throws `INVALID_SETTING`, `CONTRADICTING_SETTINGS`
 */
export function readCarriers(
  env: Environment,
  url: string | null,
): readonly [CarrierConfig, ...CarrierConfig[]] {
  const { environments } = readEnv(env, { environments: text(NAMES.environments, { fallback: 'sandbox' }) });
  const [first, ...others] = environmentsOf(environments);
  if (first === undefined) throw unknownEnvironment();
  const isAlone = others.length === 0;
  checkAddress([first, ...others], url);
  const read = (environment: EnvironmentName) => readCarrier(env, environment, isAlone, url);
  return [read(first), ...others.map(read)];
}

function environmentsOf(given: string): EnvironmentName[] {
  const words = given.split(',').map((word) => word.trim());
  const known = words.map((word) => ENVIRONMENTS.find((one) => one === word));
  const found = known.filter((one) => one !== undefined);
  if (found.length < words.length || new Set(found).size < found.length) throw unknownEnvironment();
  return found;
}

function readCarrier(
  env: Environment,
  environment: EnvironmentName,
  isAlone: boolean,
  url: string | null,
): CarrierConfig {
  const own = (name: string) => {
    const suffixed = `${name}_${environment.toUpperCase()}`;
    return isAlone && !env[suffixed] ? name : suffixed;
  };
  const { clientId, clientSecret } = readEnv(env, {
    clientId: text(own(NAMES.clientId)),
    clientSecret: secret(own(NAMES.clientSecret)),
  });
  const baseUrl = environment === 'sandbox' ? (url ?? 'http://127.0.0.1:3100') : null;
  return { environment, baseUrl, clientId, clientSecret };
}

function checkAddress(environments: readonly EnvironmentName[], url: string | null): void {
  if (url === null) return;
  if (!environments.includes('sandbox')) {
    const named = environments.join(',');
    throw contradiction(
      `LADING_HUB_CARRIER_URL belongs to LADING_HUB_CARRIER=sandbox; ${named} has the carrier’s own address.`,
      `LADING_HUB_CARRIER_URL va avec LADING_HUB_CARRIER=sandbox; ${named} a l’adresse du transporteur.`,
    );
  }
}

/** Whatever a sandbox's address leads to is filed as the sandbox: the carrier's own hosts must not stand there. */
export function checkSandboxAddress({ environment, baseUrl }: CarrierConfig): void {
  if (environment !== 'sandbox' || baseUrl === null || !isCarrierHost(new URL(baseUrl).hostname)) return;
  throw contradiction(
    'LADING_HUB_CARRIER_URL names a host of the carrier, which is no sandbox: use LADING_HUB_CARRIER=test or production.',
    'LADING_HUB_CARRIER_URL nomme un hôte du transporteur, qui n’est pas un bac à sable : utilisez LADING_HUB_CARRIER=test ou production.',
  );
}

/** Whether the host is one of the carrier's own, under whatever name. */
export function isCarrierHost(hostname: string): boolean {
  return /(^|\.)ups\.com\.?$/i.test(hostname);
}

const outgoing = {
  proxyUrl: secret('LADING_HUB_PROXY_URL', { fallback: null }),
  noProxy: text('LADING_HUB_NO_PROXY', { fallback: null }),
  caFile: text('LADING_HUB_CA_FILE', { fallback: null }),
  usualProxy: secret('HTTPS_PROXY', { fallback: null }),
  usualProxySmall: secret('https_proxy', { fallback: null }),
  usualNoProxy: text('NO_PROXY', { fallback: null }),
  usualNoProxySmall: text('no_proxy', { fallback: '' }),
};

/**
 * Our own settings first, then what operators set for every program (`HTTPS_PROXY`, `NO_PROXY`, in either spelling).
 * @throws `INVALID_SETTING`; the proxy's address is never part of the sentence, because it may hold a password.
 */
export function readOutgoing(env: Environment): OutgoingConfig {
  const read = readEnv(env, outgoing);
  const usual = read.usualProxy ?? read.usualProxySmall;
  const isForHttpsOnly = read.proxyUrl === null;
  const name = isForHttpsOnly ? 'HTTPS_PROXY' : 'LADING_HUB_PROXY_URL';
  return {
    proxyUrl: checkedProxy(name, read.proxyUrl ?? usual),
    isForHttpsOnly,
    noProxy: read.noProxy ?? read.usualNoProxy ?? read.usualNoProxySmall,
    caFile: read.caFile,
  };
}

function checkedProxy(name: string, url: Secret | null): Secret | null {
  if (url === null) return null;
  const address = url.reveal();
  if (/^https?:\/\//.test(address) && URL.canParse(address)) return url;
  throw invalidSetting(name, {
    en: 'it is an address that begins with http:// or https://',
    fr: 'c’est une adresse qui commence par http:// ou https://',
  });
}

const unknownEnvironment = (): Problem => {
  const list = ENVIRONMENTS.join(', ');
  return invalidSetting(NAMES.environments, {
    en: `it is one of: ${list}; or several, each once, separated by commas`,
    fr: `c’est un de ces mots : ${list}; ou plusieurs, chacun une fois, séparés par des virgules`,
  });
};

export function contradiction(en: string, fr: string): Problem {
  return new Problem({ code: 'CONTRADICTING_SETTINGS', status: 500, text: { en, fr } });
}
