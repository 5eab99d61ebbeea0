import { type DatabaseLocation, openDatabase } from '../db/open.ts';
import { startTick } from '../jobs/tick.ts';
import { createLog } from '../log.ts';
import { hubMigrations } from './hub-migrations.ts';

// A program for tests: its first tick never ends, so its job is active when it is killed.
const location: DatabaseLocation = process.env.SERVER_URL
  ? { kind: 'server', url: process.env.SERVER_URL }
  : { kind: 'directory', path: process.env.DATA_DIRECTORY ?? '' };
const { jobs } = await openDatabase({
  location,
  migrations: hubMigrations,
  roleSecret: 'tests',
  program: 'ticker',
});
await startTick({
  jobs,
  queue: 'tick',
  everySeconds: 3_600,
  log: createLog({ name: 'ticker', level: 'silent' }),
  run: async () => {
    process.stdout.write('ready\n');
    await new Promise((resolve) => setTimeout(resolve, 3_600_000));
  },
});
