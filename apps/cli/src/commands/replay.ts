import { readHubConfig } from '@lading/hub/server/config';
import { replayArchive } from '@lading/hub/server/replay';
import { createLog } from '@lading/kit/log';
import { type Locale, say } from '@lading/kit/text';
import { withKeptSettings } from '../hub-env.ts';
import { replayTexts } from './replay-texts.ts';

export interface ReplayOptions {
  readonly from: Date;
  readonly to: Date;
  readonly subscription?: string;
  readonly data?: string;
}

/** `lading replay`: the raw archive read anew. Ends with 1 where a subscription was being read by somebody else. */
export async function runReplay(options: ReplayOptions, locale: Locale): Promise<void> {
  const { from, to, subscription = null } = options;
  const data = options.data ?? process.env.LADING_HUB_DATA ?? '.lading/hub';
  const config = readHubConfig({
    ...(await withKeptSettings(data, process.env)),
    ...(options.data === undefined ? {} : { LADING_HUB_DATA: options.data }),
  });
  const log = createLog({ name: 'replay', level: 'warn', destination: process.stderr });
  const { busy, ...counts } = await replayArchive(config, { from, to, subscription }, log);
  console.log(say(replayTexts.done, locale, { ...counts }));
  if (counts.heldBack > 0) console.log(say(replayTexts.heldBack, locale, { heldBack: counts.heldBack }));
  if (busy.length === 0) return;
  console.log(say(replayTexts.busy, locale, { names: busy.join(', ') }));
  process.exitCode = 1;
}
