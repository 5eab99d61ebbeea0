import type { Company, CompanyStorage } from '../../api/company.ts';

/** The usual company, with the usual days. */
export function companyOf(change: Partial<Company> = {}): Company {
  return {
    companyId: '0193c000-0000-7000-8000-0000000000a1',
    name: 'Maple Outfitters',
    locale: 'en',
    zone: 'America/Toronto',
    rawDays: 90,
    eventDays: 730,
    members: [],
    ...change,
  };
}

export function storageOf(): CompanyStorage {
  return {
    rawAnswers: {
      rows: 12_840,
      receivedBytes: 4_812_340_000,
      storedBytes: 391_000_000,
      repeatedRows: 3_112,
      oldest: '2025-12-02T05:10:00.000Z',
    },
    events: { rows: 1_284_400, estimatedBytes: 517_000_000 },
    parcels: { rows: 184_200, estimatedBytes: 246_000_000 },
  };
}
