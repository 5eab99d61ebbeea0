import type { ParcelQuery } from '../../api/parcels.ts';
import { DIRECTIONS, PARCEL_STATUSES } from '../../api/words.ts';

/** What narrows the list; every member stands in the address. */
export type Filters = Omit<ParcelQuery, 'environment' | 'cursor' | 'limit'>;

export const STATUS_FILTERS = ['open', 'late', ...PARCEL_STATUSES] as const;

/** Days: of shipping, both ends included, of expectation, of the last exception. */
export const DAY_FILTERS = ['from', 'to', 'expected', 'exception'] as const;

/** Years before 2000 are a year still being typed. */
const DAY = /^2\d{3}-\d{2}-\d{2}$/;

/** Reads an address made by anybody: what is not understood is left out rather than refused. */
export function readFilters(search: Readonly<Record<string, unknown>>): Filters {
  const filters: Filters = {};
  const q = typeof search.q === 'number' ? String(search.q) : search.q;
  if (typeof q === 'string' && q.trim() !== '') filters.q = q.slice(0, 120);
  const direction = DIRECTIONS.find((one) => one === search.direction);
  if (direction) filters.direction = direction;
  const status = STATUS_FILTERS.find((one) => one === search.status);
  if (status) filters.status = status;
  for (const name of DAY_FILTERS) {
    const day = search[name];
    if (typeof day === 'string' && DAY.test(day)) filters[name] = day;
  }
  return filters;
}

/** The same filters with one changed; an empty value takes it away. */
export function withFilter(filters: Filters, name: keyof Filters, value: string): Filters {
  return readFilters({ ...filters, [name]: value === '' ? undefined : value });
}

export function isNarrowed(filters: Filters): boolean {
  return Object.keys(filters).length > 0;
}
