import { readHubConfig } from '@lading/hub/server/config';
import { startHub } from '@lading/hub/server/start';
import { createLog } from '@lading/kit/log';
import { type Locale, say } from '@lading/kit/text';
import { untilTold } from '../ending.ts';
import { withKeptSettings } from '../hub-env.ts';
import { isBuiltProgram } from '../places.ts';
import { findScreens } from '../screens.ts';
import { progress, ready } from '../texts.ts';

export interface HubCommandOptions {
  readonly port?: number;
  readonly host?: string;
  readonly data?: string;
}

/** `lading hub`: configured by the environment, options first; its log goes to standard error as JSON lines. */
export async function runHub(options: HubCommandOptions, locale: Locale): Promise<void> {
  const data = options.data ?? process.env.LADING_HUB_DATA ?? '.lading/hub';
  const config = readHubConfig({
    ...(await withKeptSettings(data, process.env)),
    ...(options.port === undefined ? {} : { LADING_HUB_PORT: String(options.port) }),
    ...(options.host === undefined ? {} : { LADING_HUB_HOST: options.host }),
    ...(options.data === undefined ? {} : { LADING_HUB_DATA: options.data }),
  });
  const webRoot =
    config.webRoot ??
    (await findScreens({
      isBuilt: isBuiltProgram,
      onBuild: () => console.log(say(progress.buildingScreens, locale)),
    }));
  const log = createLog({ name: 'hub', level: config.logLevel, destination: process.stderr });
  const hub = await startHub({ ...config, webRoot }, { log });
  console.log(say(ready.hub, locale, { url: hub.url }));
  await untilTold([hub], locale);
}
