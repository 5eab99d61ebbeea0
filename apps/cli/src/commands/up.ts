import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readHubConfig } from '@lading/hub/server/config';
import { type RunningHub, startHub } from '@lading/hub/server/start';
import { isProblem, Problem } from '@lading/kit/errors';
import { requireFreePort } from '@lading/kit/http/listen';
import { createLog, type LogOptions } from '@lading/kit/log';
import { type Locale, say, type Text } from '@lading/kit/text';
import { networkStore } from '@lading/sandbox/network/store';
import { startDailyTraffic } from '@lading/sandbox/network/traffic';
import { createRatingShelf } from '@lading/sandbox/rating/tables';
import { openReference } from '@lading/sandbox/reference';
import { type RunningSandbox, startSandbox } from '@lading/sandbox/start';
import { untilTold } from '../ending.ts';
import { openLogFile } from '../log-file.ts';
import { isBuiltProgram } from '../places.ts';
import { findScreens } from '../screens.ts';
import { letHubReturn, seededClient } from '../seeded.ts';
import { failures, progress } from '../texts.ts';
import { welcome } from '../welcome.ts';

export interface UpCommandOptions {
  readonly hubPort: number;
  readonly sandboxPort: number;
  readonly data: string;
}

const HOST = '127.0.0.1';
/** Enough to fill every screen, little enough to start in seconds. */
const TRAFFIC = { shipmentsPerDay: 60, pastDays: 6, seed: 'demo' } as const;

/** `lading up`: the demonstration, hub and sandbox in one process, everything under one folder. */
export async function runUp(options: UpCommandOptions, locale: Locale): Promise<void> {
  const folder = resolve(options.data);
  const tell = (text: Text): void => console.log(say(text, locale));
  await requirePort(options.hubPort, '--hub-port');
  await requirePort(options.sandboxPort, '--sandbox-port');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const logFile = join(folder, 'lading.log');
  const destination = await openLogFile(logFile);
  const webRoot = await findScreens({
    isBuilt: isBuiltProgram,
    onBuild: () => tell(progress.buildingScreens),
  });
  const sandbox = await openSandbox(options, folder, destination, tell);
  const hub = await openHub({ options, folder, webRoot, sandbox, destination, tell });
  await letHubReturn(sandbox.url, hub.url);
  console.log(welcome({ hubUrl: hub.url, sandboxUrl: sandbox.url, folder, logFile, locale }));
  await untilTold([hub, sandbox], locale);
}

/** Says by which option another port is chosen. */
async function requirePort(port: number, option: string): Promise<void> {
  try {
    await requireFreePort({ host: HOST, port });
  } catch (error) {
    if (!isProblem(error) || error.code !== 'PORT_IN_USE') throw error;
    const { code, status } = error;
    const params = { port, option, other: port + 10 };
    throw new Problem({ code, status, text: failures.portTaken, params, cause: error });
  }
}

type Destination = NonNullable<LogOptions['destination']>;
type Tell = (text: Text) => void;

async function openSandbox(
  { sandboxPort }: UpCommandOptions,
  folder: string,
  destination: Destination,
  tell: Tell,
): Promise<RunningSandbox> {
  tell(progress.openingSandbox);
  const sandbox = await startSandbox({
    port: sandboxPort,
    host: HOST,
    data: join(folder, 'sandbox'),
    reference: join(folder, 'reference'),
    log: createLog({ name: 'sandbox', level: 'warn', destination }),
  });
  const isNew = sandbox.world.state(networkStore).daily === null;
  if (isNew) {
    tell(progress.makingTraffic);
    const tables = await createRatingShelf(openReference(join(folder, 'reference')))();
    await startDailyTraffic(sandbox.world, TRAFFIC, tables);
    await sandbox.world.durable();
  }
  return sandbox;
}

interface HubOrder {
  readonly options: UpCommandOptions;
  readonly folder: string;
  readonly webRoot: string;
  readonly sandbox: RunningSandbox;
  readonly destination: Destination;
  readonly tell: Tell;
}

/** The environment is passed over on purpose: a demonstration never touches a database named for other work. */
async function openHub({
  options,
  folder,
  webRoot,
  sandbox,
  destination,
  tell,
}: HubOrder): Promise<RunningHub> {
  tell(progress.openingHub);
  const config = readHubConfig({
    LADING_HUB_HOST: HOST,
    LADING_HUB_PORT: String(options.hubPort),
    LADING_HUB_DATA: join(folder, 'hub'),
    LADING_HUB_WEB: webRoot,
    LADING_HUB_CARRIER: 'sandbox',
    LADING_HUB_CARRIER_URL: sandbox.url,
    LADING_HUB_CARRIER_CLIENT_ID: seededClient.clientId,
    LADING_HUB_CARRIER_CLIENT_SECRET: seededClient.clientSecret,
    LADING_HUB_CLOCK: 'sandbox',
    LADING_HUB_READ_SECONDS: '2',
    LADING_HUB_DEMO: '1',
  });
  const log = createLog({ name: 'hub', level: 'info', destination });
  try {
    return await startHub(config, { log });
  } catch (error) {
    await sandbox.close();
    throw error;
  }
}
