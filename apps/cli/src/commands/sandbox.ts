import { resolve } from 'node:path';
import { address, readEnv } from '@lading/kit/config';
import { createLog } from '@lading/kit/log';
import { type Locale, say } from '@lading/kit/text';
import { readSandboxConfig } from '@lading/sandbox/config';
import { type SandboxOptions, startSandbox } from '@lading/sandbox/start';
import type { Profile, Rules } from '@lading/sandbox/world/settings';
import { REFERENCE_FOLDER } from '../data-commands.ts';
import { untilTold } from '../ending.ts';
import { hubReturn } from '../seeded.ts';
import { ready } from '../texts.ts';

export interface SandboxCommandOptions {
  readonly port?: number;
  readonly host?: string;
  readonly data?: string;
  readonly reference?: string;
  readonly memory?: true;
  readonly seed?: string;
  readonly clock?: string;
  readonly freeze?: true;
  readonly strict?: true;
  readonly tls?: true;
  readonly as?: 'cie';
  readonly profile?: Profile;
  readonly rules?: Rules;
  readonly products?: string;
  readonly hubUrl?: string;
  readonly publicUrl?: string;
}

/** `lading sandbox`: one world in memory or in a folder; its log goes to standard error as JSON lines. */
export async function runSandbox(options: SandboxCommandOptions, locale: Locale): Promise<void> {
  const settings = settingsOf(options);
  const sandbox = await startSandbox({
    ...settings,
    log: createLog({ name: 'sandbox', level: 'warn', destination: process.stderr }),
  });
  const { data: folder } = settings;
  console.log(say(ready.sandbox, locale, { url: sandbox.url }));
  if (sandbox.caFile !== undefined) console.log(say(ready.trust, locale, { file: sandbox.caFile }));
  console.log(folder === undefined ? say(ready.inMemory, locale) : say(ready.inFolder, locale, { folder }));
  await untilTold([sandbox], locale);
}

/** The environment's settings, and over them what was said as options. */
function settingsOf(options: SandboxCommandOptions): SandboxOptions {
  const { memory, freeze, as, products, hubUrl, ...same } = options;
  const { data: usualData, reference: usualReference, ...usual } = readSandboxConfig(process.env);
  const { usualHub } = readEnv(process.env, { usualHub: address('LADING_SANDBOX_HUB_URL') });
  const data = options.data ?? (memory ? undefined : usualData);
  const hub = hubUrl ?? usualHub;
  return {
    ...usual,
    ...same,
    ...(data === undefined ? {} : { data: resolve(data) }),
    reference: resolve(options.reference ?? usualReference ?? REFERENCE_FOLDER),
    ...(freeze === undefined ? {} : { frozen: freeze }),
    ...(as === undefined ? {} : { imitates: as }),
    ...(products === undefined ? {} : { products: products.split(/[\s,]+/) }),
    ...(hub === null ? {} : { commands: [hubReturn(hub)] }),
  };
}
