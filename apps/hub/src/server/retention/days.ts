import { type Month, monthAfter, monthOf } from '@lading/kit/db/months';

const DAY_MS = 86_400_000;

/** How many days a company keeps raw answers, and parcels after their last event. */
export interface CompanyDays {
  readonly tenantId: string;
  readonly rawDays: number;
  readonly eventDays: number;
  /** When the company came to the hub. */
  readonly since: Date;
}

/** What is older is no longer kept in the hub. */
export interface Kept {
  readonly rawFrom: Date;
  readonly eventsFrom: Date;
}

/** From when on the hub keeps what: the months for the store, and the instants for each company. */
export interface Keeping {
  /** Null where there is no company: then nothing is past everybody's days. */
  readonly months: { readonly rawFrom: Month; readonly eventsFrom: Month } | null;
  readonly companies: ReadonlyMap<string, Kept>;
}

/**
 * A company's rows go when its days are over, with one exception: those of the company that keeps longest wait for
 * the end of their month and leave with it, as the archive. Nobody's rows stay longer than its days and one month, except a
 * parcel whose number was used again: it goes with the younger one.
 */
export function keepingOf(companies: readonly Omit<CompanyDays, 'since'>[], nowMs: number): Keeping {
  const longest = {
    raw: Math.max(...companies.map(({ rawDays }) => rawDays)),
    events: Math.max(...companies.map(({ eventDays }) => eventDays)),
  };
  const kept = companies.map((company): [string, Kept] => [
    company.tenantId,
    {
      rawFrom: keptFrom(company.rawDays, longest.raw, nowMs),
      eventsFrom: keptFrom(company.eventDays, longest.events, nowMs),
    },
  ]);
  return { months: kept.length === 0 ? null : monthsOf(longest, nowMs), companies: new Map(kept) };
}

function monthsOf(longest: { readonly raw: number; readonly events: number }, nowMs: number) {
  return {
    rawFrom: monthOf(nowMs - longest.raw * DAY_MS),
    eventsFrom: monthOf(nowMs - longest.events * DAY_MS),
  };
}

function keptFrom(days: number, longest: number, nowMs: number): Date {
  const from = nowMs - days * DAY_MS;
  return new Date(days === longest ? `${monthOf(from)}-01T00:00:00Z` : from);
}

/** Two months back, because a first read tells of them, and two ahead, because upkeep may fail for a while. */
export function wantedMonths(nowMs: number): Month[] {
  const now = monthOf(nowMs);
  return [-2, -1, 0, 1, 2].map((count) => monthAfter(now, count));
}
