import { recordAudit } from '@lading/kit/audit';
import type { Transaction } from 'kysely';
import type { HubTables } from '../tables.ts';

/** Who did it: a person at a request, or the hub itself (`null` user). */
export interface Actor {
  readonly userId: string | null;
  readonly userName: string | null;
  readonly requestId: string | null;
}

export const theHub: Actor = { userId: null, userName: null, requestId: null };

export interface AuditEntry {
  readonly tenantId: string;
  readonly entryId: string;
  readonly at: Date;
  readonly actor: Actor;
  /** `<what>.<verb>`, for example `integration.create`. */
  readonly action: string;
  /** The id of the thing acted on. */
  readonly subject: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Written in the transaction of the change itself; the table is append-only for the serving role. */
export function writeAudit(tx: Transaction<HubTables>, { actor, ...entry }: AuditEntry): Promise<void> {
  return recordAudit(tx, { ...entry, ...actor });
}

export interface AuditPage {
  /** The last entry of the page before. */
  readonly before: { readonly at: Date; readonly entryId: string } | null;
  readonly limit: number;
  readonly action?: string | undefined;
  /** Not before this instant. */
  readonly from?: Date | undefined;
  /** Before this instant. */
  readonly until?: Date | undefined;
}

/** Newest first, at most `limit` entries. */
export function listAudit(tx: Transaction<HubTables>, tenantId: string, page: AuditPage) {
  let query = tx.selectFrom('audit_entries').selectAll().where('tenant_id', '=', tenantId);
  const { before, action, from, until } = page;
  if (action !== undefined) query = query.where('action', '=', action);
  if (from) query = query.where('at', '>=', from);
  if (until) query = query.where('at', '<', until);
  if (before) {
    query = query.where((eb) =>
      eb.or([
        eb('at', '<', before.at),
        eb.and([eb('at', '=', before.at), eb('entry_id', '<', before.entryId)]),
      ]),
    );
  }
  return query.orderBy('at', 'desc').orderBy('entry_id', 'desc').limit(page.limit).execute();
}
