import { join, resolve } from 'node:path';
import {
  address,
  type Environment,
  flag,
  integer,
  invalidSetting,
  oneOf,
  readEnv,
  type Secret,
  secret,
  text,
} from '@lading/kit/config';
import type { DatabaseLocation } from '@lading/kit/db/open';
import type { LastingLocation } from '@lading/kit/db/visit';
import type { Problem } from '@lading/kit/errors';
import type { LogLevel } from '@lading/kit/log';
import {
  type CarrierConfig,
  checkSandboxAddress,
  contradiction,
  type OutgoingConfig,
  readCarriers,
  readOutgoing,
} from './carrier-settings.ts';

/** Everything that is decided before the hub starts; frozen. Secrets refuse to be logged. */
export interface HubConfig {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Where people reach the hub, without a slash at the end; null: where it listens. */
  readonly publicUrl: string | null;
  readonly database: DatabaseLocation;
  /** Folder of the embedded database, the demo's key and other files of this hub. */
  readonly dataDirectory: string;
  /** 32 bytes in base64: seals tokens, derives the database logins. Null: the demo's own, made at first start. */
  readonly key: Secret | null;
  /** What is looked at where nothing else is said. */
  readonly carrier: CarrierConfig;
  /** The carrier's other sides, where the hub has several. */
  readonly otherCarriers: readonly CarrierConfig[];
  readonly outgoing: OutgoingConfig;
  readonly mail: MailConfig;
  readonly wayIn: WayInConfig;
  readonly clock: 'system' | 'sandbox';
  /** How often due subscriptions are looked for. */
  readonly readSeconds: number;
  readonly isDemo: boolean;
  readonly sessionLife: SessionLife;
  /** Folder of the built screens; null serves the API alone. */
  readonly webRoot: string | null;
  readonly trustProxy: boolean;
  /** Opens `/metrics` to others than this machine. */
  readonly metricsToken: Secret | null;
  readonly logLevel: LogLevel;
}

/** A session ends when nobody used it for so long, and at the latest after `absoluteMs`, on the hub's clock. */
export interface SessionLife {
  readonly idleMs: number;
  readonly absoluteMs: number;
}

const HOUR_MS = 3_600_000;
const SESSION_LIFE: SessionLife = { idleMs: 12 * HOUR_MS, absoluteMs: 7 * 24 * HOUR_MS };
/** Who turns the sandbox's clock on by days must not be signed out by that. */
const DEMO_SESSION_LIFE: SessionLife = { idleMs: 400 * 24 * HOUR_MS, absoluteMs: 400 * 24 * HOUR_MS };

export interface MailConfig {
  readonly from: string;
  /** `smtp://user:password@host:587` or `smtps://…`; null: letters are not sent. */
  readonly smtpUrl: Secret | null;
}

/** How companies come in: whom they ask, and until when they must have connected the new way. */
export interface WayInConfig {
  /** Whom a company asks that has no contact of its own. */
  readonly contact: { readonly name: string; readonly email: string } | null;
  /** `YYYY-MM-DD`: the day on which the carrier's old way of connecting ends; null: no such day. */
  readonly cutOver: string | null;
}

/** Where a hub's data lie, and its key: what commands on its store need, whether or not the hub could start. */
export interface StoreConfig {
  readonly dataDirectory: string;
  readonly database: LastingLocation;
  /** Null: the demo's own, if any. */
  readonly key: Secret | null;
}

const settings = {
  host: text('LADING_HUB_HOST', { fallback: '127.0.0.1' }),
  port: integer('LADING_HUB_PORT', { fallback: 3000, least: 0, most: 65_535 }),
  publicUrl: address('LADING_HUB_PUBLIC_URL'),
  databaseUrl: text('DATABASE_URL', { fallback: null }),
  data: text('LADING_HUB_DATA', { fallback: '.lading/hub' }),
  key: secret('LADING_HUB_KEY', { fallback: null }),
  carrierUrl: address('LADING_HUB_CARRIER_URL'),
  mailFrom: text('LADING_HUB_MAIL_FROM', { fallback: 'Lading <lading@localhost>' }),
  smtpUrl: secret('LADING_HUB_SMTP_URL', { fallback: null }),
  contact: text('LADING_HUB_CONTACT', { fallback: null }),
  cutOver: text('LADING_HUB_CUT_OVER', { fallback: null }),
  clock: oneOf('LADING_HUB_CLOCK', ['system', 'sandbox'], { fallback: 'system' }),
  readSeconds: integer('LADING_HUB_READ_SECONDS', { fallback: 60, least: 1, most: 86_400 }),
  isDemo: flag('LADING_HUB_DEMO'),
  web: text('LADING_HUB_WEB', { fallback: null }),
  trustProxy: flag('LADING_HUB_TRUST_PROXY'),
  metricsToken: secret('LADING_HUB_METRICS_TOKEN', { fallback: null }),
  logLevel: oneOf('LADING_HUB_LOG', ['error', 'warn', 'info', 'debug', 'trace', 'silent'], {
    fallback: 'info',
  }),
};

/**
 * Reads `LADING_HUB_*`, `DATABASE_URL`, `HTTPS_PROXY` and `NO_PROXY`.
 * @throws `INVALID_SETTING` and `CONTRADICTING_SETTINGS` with one sentence that names the setting.
 */
export function readHubConfig(env: Environment): HubConfig {
  const read = readEnv(env, settings);
  const { host, port, publicUrl, clock, readSeconds, isDemo, trustProxy, metricsToken, logLevel } = read;
  const dataDirectory = resolve(read.data);
  const config: HubConfig = {
    ...{ host, port, publicUrl, clock, readSeconds, isDemo, trustProxy, metricsToken, logLevel },
    dataDirectory,
    database: databaseOf(read.databaseUrl, dataDirectory),
    key: checkedKey(read.key),
    ...carriers(readCarriers(env, read.carrierUrl)),
    outgoing: readOutgoing(env),
    mail: { from: read.mailFrom, smtpUrl: checkedSmtp(read.smtpUrl) },
    wayIn: { contact: contactOf(read.contact), cutOver: checkedDay(read.cutOver) },
    sessionLife: clock === 'sandbox' ? DEMO_SESSION_LIFE : SESSION_LIFE,
    webRoot: read.web === null ? null : resolve(read.web),
  };
  checkContradictions(config);
  return Object.freeze(config);
}

/** The part of `readHubConfig` that says where the data lie. @throws `INVALID_SETTING` */
export function readStoreConfig(env: Environment): StoreConfig {
  const { data, databaseUrl, key } = settings;
  const read = readEnv(env, { data, databaseUrl, key });
  const dataDirectory = resolve(read.data);
  return { dataDirectory, database: databaseOf(read.databaseUrl, dataDirectory), key: checkedKey(read.key) };
}

function carriers([carrier, ...otherCarriers]: ReturnType<typeof readCarriers>) {
  return { carrier, otherCarriers };
}

/** Every side of the carrier that the hub is configured for, in order. */
export function carriersOf({ carrier, otherCarriers }: Pick<HubConfig, 'carrier' | 'otherCarriers'>) {
  return [carrier, ...otherCarriers];
}

/** What would be dangerous or senseless together stops the start. */
export function checkContradictions(config: HubConfig): void {
  for (const carrier of carriersOf(config)) checkSandboxAddress(carrier);
  const real = carriersOf(config).find(({ environment }) => environment !== 'sandbox');
  if (real && config.clock === 'sandbox') {
    throw contradiction(
      `LADING_HUB_CLOCK=sandbox cannot be used with LADING_HUB_CARRIER=${real.environment}: real files carry real times.`,
      `LADING_HUB_CLOCK=sandbox ne peut pas servir avec LADING_HUB_CARRIER=${real.environment} : de vrais fichiers portent de vraies heures.`,
    );
  }
  if (real && config.isDemo) {
    throw contradiction(
      `LADING_HUB_DEMO cannot be used with LADING_HUB_CARRIER=${real.environment}: the demo’s passwords are public.`,
      `LADING_HUB_DEMO ne peut pas servir avec LADING_HUB_CARRIER=${real.environment} : les mots de passe de la démonstration sont publics.`,
    );
  }
  if (config.key === null && !config.isDemo) {
    throw keyIsMissing();
  }
}

export const keyIsMissing = (): Problem => invalidSetting('LADING_HUB_KEY', keyNeeded);

function databaseOf(url: string | null, dataDirectory: string): LastingLocation {
  if (url === null) return { kind: 'directory', path: join(dataDirectory, 'database') };
  if (/^postgres(ql)?:\/\//.test(url)) return { kind: 'server', url };
  throw invalidSetting('DATABASE_URL', {
    en: 'it begins with postgres:// or postgresql://',
    fr: 'elle commence par postgres:// ou postgresql://',
  });
}

function checkedKey(key: Secret | null): Secret | null {
  if (key === null || Buffer.from(key.reveal(), 'base64').length === 32) return key;
  throw keyIsMissing();
}

function checkedSmtp(url: Secret | null): Secret | null {
  if (url === null || /^smtps?:\/\/[^/]/.test(url.reveal())) return url;
  throw invalidSetting('LADING_HUB_SMTP_URL', {
    en: 'it begins with smtp:// or smtps:// and names a host',
    fr: 'elle commence par smtp:// ou smtps:// et nomme un hôte',
  });
}

/** `Claude Roy <claude.roy@example.com>`, or an address alone. */
function contactOf(given: string | null): WayInConfig['contact'] {
  if (given === null) return null;
  const [, name, email] = /^(?:([^<>@]+?) *<)?([^\s<>@]+@[^\s<>@]+?)>?$/.exec(given.trim()) ?? [];
  if (email !== undefined && (name !== undefined) === given.trim().endsWith('>')) {
    return { name: name ?? email, email };
  }
  throw invalidSetting('LADING_HUB_CONTACT', {
    en: 'it is an e-mail address, or a name followed by the address in < >',
    fr: 'c’est une adresse courriel, ou un nom suivi de l’adresse entre < >',
  });
}

function checkedDay(given: string | null): string | null {
  if (given === null) return null;
  const at = new Date(`${given}T00:00:00Z`);
  if (!Number.isNaN(at.getTime()) && at.toISOString().startsWith(given) && given.length === 10) return given;
  throw invalidSetting('LADING_HUB_CUT_OVER', {
    en: 'it is a day such as 2026-08-08',
    fr: 'c’est une date comme 2026-08-08',
  });
}

const keyNeeded = {
  en: '32 bytes in base64 are needed, for example from: openssl rand -base64 32',
  fr: 'il faut 32 octets en base64, par exemple avec : openssl rand -base64 32',
};
