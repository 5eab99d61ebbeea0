import { sql } from 'kysely';
import { openDatabase } from '../db/open.ts';
import { hubMigrations } from './hub-migrations.ts';

// A program for tests: opens the directory, commits one company, leaves another uncommitted, waits to be killed.
const { door } = await openDatabase({
  location: { kind: 'directory', path: process.env.DATA_DIRECTORY ?? '' },
  migrations: hubMigrations,
  roleSecret: 'tests',
  program: 'writer',
});
const insert = (name: string) =>
  sql`insert into tenants (tenant_id, name, created_at) values (gen_random_uuid(), ${name}, now())`;
await door.asDesk((tx) => insert('committed').execute(tx));
await door.asDesk(async (tx) => {
  await insert('uncommitted').execute(tx);
  process.stdout.write('ready\n');
  await new Promise((resolve) => setTimeout(resolve, 3_600_000));
});
