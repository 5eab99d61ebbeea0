import { describe, expect, it } from 'vitest';
import { parcelsCsv } from './csv.ts';
import type { StoredRow } from './rows.ts';
import { csvHeader } from './text.ts';

const row: StoredRow = {
  parcel_id: '0190a5d0-0000-7000-8000-000000000001',
  tracking_number: '1Z999AA10123456784',
  environment: 'sandbox',
  status: 'out-for-delivery',
  directions: 5,
  shipped_on: '2026-03-02',
  expected_on: '2026-03-04',
  late_after: new Date('2026-03-05T05:00:00Z'),
  rescheduled: true,
  delivered_at: null,
  last_event_at: new Date('2026-03-04T12:00:00Z'),
  service_code: '03',
  weight_grams: 1250,
  shipper_name: '=HYPERLINK("http://evil.example")',
  consignee_name: 'Café "Chez Élise"',
  destination_city: 'Montréal',
  destination_region: 'QC',
  destination_country: 'CA',
};

async function* rows() {
  yield row;
}

async function written(locale: 'en' | 'fr', now: string): Promise<string> {
  let text = '';
  for await (const piece of parcelsCsv(rows(), locale, Date.parse(now))) text += piece;
  return text;
}

describe('the CSV file of parcels', () => {
  it('has the header in the reader’s language and a cell for each column', async () => {
    const [header, line] = (await written('fr', '2026-03-06T00:00:00Z')).split('\r\n');
    expect(header).toContain('Numéro de suivi');
    expect(header?.split(',')).toHaveLength(csvHeader.length);
    expect(line).toContain('En cours de livraison,oui,oui,Sortant + Tiers');
    expect(line).toContain('1.25,2026-03-02,2026-03-04,,2026-03-04T12:00:00.000Z,sandbox');
  });

  it('says whether a parcel is late by the clock it is given', async () => {
    expect(await written('en', '2026-03-05T04:59:59Z')).toContain('Out for delivery,no');
    expect(await written('en', '2026-03-05T05:00:00Z')).toContain('Out for delivery,yes');
  });

  it('makes a formula in a name harmless', async () => {
    const text = await written('en', '2026-03-06T00:00:00Z');
    expect(text).not.toMatch(/,"?=HYPERLINK/);
    expect(text).toContain("'=HYPERLINK");
  });
});
