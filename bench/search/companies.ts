import { randomUUID } from 'node:crypto';
import type { HubTables } from '@lading/hub/server/tables';
import type { Door } from '@lading/kit/db/door';
import pg from 'pg';
import type { HubSide } from '../ingestion/hub-side.ts';
import { fill, NOW_MS } from './company.ts';
import { ingestModel, sampleOf } from './model.ts';
import type { Asked } from './rounds.ts';

/** Parcels of each company that questions may name. */
const SAMPLE = 500;

/** A company of each size, written, checked and at rest. `url` is the owner's. */
export async function companiesOf(side: HubSide, sizes: readonly number[], url: string): Promise<Asked[]> {
  const { door } = side.database;
  const model = await ingestModel(side);
  const companies: Asked[] = [];
  for (const parcels of sizes) {
    const company = { tenantId: await newCompany(door), parcels };
    await fill(door, company, model);
    companies.push({ ...company, sample: await sampleOf(door, company, SAMPLE) });
    console.log(`  a company of ${parcels.toLocaleString('en')} parcels stands`);
  }
  await vacuum(url);
  return companies;
}

async function newCompany(door: Door<HubTables>): Promise<string> {
  const tenant = { tenant_id: randomUUID(), name: 'Bench', created_at: new Date(NOW_MS) };
  await door.asDesk((tx) => tx.insertInto('tenants').values(tenant).execute());
  return tenant.tenant_id;
}

/** What the server does by itself within a minute or so, done before anything is measured. */
async function vacuum(url: string): Promise<void> {
  const owner = new pg.Client(url);
  await owner.connect();
  try {
    await owner.query('vacuum (analyze) parcels, terms');
    await owner.query('checkpoint');
  } finally {
    await owner.end();
  }
}
