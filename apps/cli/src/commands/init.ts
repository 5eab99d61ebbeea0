import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readHubConfig } from '@lading/hub/server/config';
import { foundCompany } from '@lading/hub/server/found';
import { Problem } from '@lading/kit/errors';
import { createLog } from '@lading/kit/log';
import { type Locale, say } from '@lading/kit/text';
import { ENV_FILE, keepSettings } from '../hub-env.ts';
import { initTexts } from '../texts.ts';

export interface InitOptions {
  readonly company: string;
  readonly administrator: string;
  readonly data: string;
  readonly zone: string;
  readonly port: number;
  readonly publicUrl?: string;
  readonly database?: string;
  readonly smtp?: string;
  readonly mailFrom?: string;
  readonly carrier: string;
  readonly carrierUrl?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
}

/** `lading init`: settings with a new key, the company, and the first administrator's link. All or nothing. */
export async function runInit(options: InitOptions, locale: Locale): Promise<void> {
  const folder = resolve(options.data);
  const path = join(folder, ENV_FILE);
  const settings = settingsOf(options, folder);
  const config = readHubConfig(settings);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await keep(path, settings);
  try {
    const company = {
      ...{ name: options.company, locale, zone: options.zone },
      administratorEmail: options.administrator,
    };
    const log = createLog({ name: 'init', level: 'error', destination: process.stderr });
    const { link, isMailed } = await foundCompany(config, company, log);
    const told = isMailed ? initTexts.mailed : initTexts.link;
    console.log(say(initTexts.done, locale, { company: options.company, path }));
    console.log(say(told, locale, { email: options.administrator, link }));
    if (options.clientId === undefined || options.clientSecret === undefined) {
      console.log(say(initTexts.clientMissing, locale, { path }));
    }
    console.log(say(initTexts.next, locale, { folder }));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

type Settings = Readonly<Record<string, string>>;

function settingsOf(options: InitOptions, folder: string): Settings {
  const given = {
    LADING_HUB_DATA: folder,
    LADING_HUB_PORT: String(options.port),
    LADING_HUB_PUBLIC_URL: options.publicUrl,
    LADING_HUB_KEY: randomBytes(32).toString('base64'),
    DATABASE_URL: options.database,
    LADING_HUB_SMTP_URL: options.smtp,
    LADING_HUB_MAIL_FROM: options.mailFrom,
    LADING_HUB_CARRIER: options.carrier,
    LADING_HUB_CARRIER_URL: options.carrierUrl,
    LADING_HUB_CARRIER_CLIENT_ID: options.clientId ?? '-',
    LADING_HUB_CARRIER_CLIENT_SECRET: options.clientSecret ?? '-',
  };
  const entries = Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}

/** What is there already is never written over: it holds the key. */
async function keep(path: string, settings: Settings): Promise<void> {
  try {
    await keepSettings(path, settings);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw alreadyThere(path);
    throw error;
  }
}

const alreadyThere = (path: string): Problem =>
  new Problem({
    code: 'ALREADY_INITIALISED',
    status: 409,
    text: {
      en: '{path} is there already, and holds the key of a hub. Choose another folder, or start that hub.',
      fr: '{path} existe déjà et contient la clé d’un hub. Choisissez un autre dossier ou démarrez ce hub.',
    },
    params: { path },
  });
