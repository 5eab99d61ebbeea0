import type { AuditFilter } from '../../api/company.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the address says; what makes no sense there is left out. */
export function readAuditFilter(search: Readonly<Record<string, unknown>>): AuditFilter {
  const { action, from, to } = search;
  return {
    ...(typeof action === 'string' && action !== '' ? { action } : {}),
    ...(typeof from === 'string' && DAY.test(from) ? { from } : {}),
    ...(typeof to === 'string' && DAY.test(to) ? { to } : {}),
  };
}
