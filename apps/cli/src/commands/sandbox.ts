import { resolve } from 'node:path';
import { createLog } from '@lading/kit/log';
import { type Locale, say } from '@lading/kit/text';
import { startSandbox } from '@lading/sandbox/start';
import type { Rules } from '@lading/sandbox/world/settings';
import { untilTold } from '../ending.ts';
import { hubReturn } from '../seeded.ts';
import { ready } from '../texts.ts';

export interface SandboxCommandOptions {
  readonly port: number;
  readonly host: string;
  readonly rules: Rules;
  readonly data?: string;
  readonly memory?: true;
  readonly seed?: string;
  readonly clock?: string;
  readonly freeze?: true;
  readonly strict?: true;
  readonly hubUrl?: string;
  readonly publicUrl?: string;
}

/** `lading sandbox`: one world in memory or in a folder; its log goes to standard error as JSON lines. */
export async function runSandbox(options: SandboxCommandOptions, locale: Locale): Promise<void> {
  const { memory: _memory, freeze, strict, hubUrl, data, ...same } = options;
  const folder = data === undefined ? undefined : resolve(data);
  const sandbox = await startSandbox({
    ...same,
    ...(folder === undefined ? {} : { data: folder }),
    ...(hubUrl === undefined ? {} : { commands: [hubReturn(hubUrl)] }),
    frozen: freeze === true,
    strict: strict === true,
    log: createLog({ name: 'sandbox', level: 'warn', destination: process.stderr }),
  });
  console.log(say(ready.sandbox, locale, { url: sandbox.url }));
  console.log(folder === undefined ? say(ready.inMemory, locale) : say(ready.inFolder, locale, { folder }));
  await untilTold([sandbox], locale);
}
