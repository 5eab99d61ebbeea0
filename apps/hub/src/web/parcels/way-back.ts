import type { Filters } from './filters.ts';

/** Where a person was in the list: coming back from a parcel finds the same filters and the same row. */
let filters: Filters = {};
let openedRow: string | null = null;

export function rememberFilters(current: Filters): void {
  filters = current;
}

export function lastFilters(): Filters {
  return filters;
}

export function rememberRow(parcelId: string): void {
  openedRow = parcelId;
}

/** Gives the focus back to the row that was opened, once. */
export function returnTo(link: HTMLElement | null, parcelId: string): void {
  if (link === null || parcelId !== openedRow) return;
  openedRow = null;
  link.focus();
}
