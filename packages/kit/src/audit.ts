import { sql, type Transaction } from 'kysely';

export interface AuditEntry {
  readonly tenantId: string;
  readonly entryId: string;
  readonly at: Date;
  /** Null when the program itself did it. */
  readonly userId: string | null;
  readonly userName: string | null;
  readonly requestId: string | null;
  /** `<what>.<verb>`, for example `integration.create`. */
  readonly action: string;
  /** The id of the thing acted on. */
  readonly subject: string;
  /** What it was and became, as far as that may be shown; never a secret. */
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Writes to `audit_entries`, in the transaction of the change itself. */
export async function recordAudit<Tables>(tx: Transaction<Tables>, entry: AuditEntry): Promise<void> {
  await sql`
    insert into audit_entries
      (tenant_id, entry_id, at, user_id, user_name, action, subject, before, after, request_id)
    values
      (${entry.tenantId}, ${entry.entryId}, ${entry.at}, ${entry.userId}, ${entry.userName}, ${entry.action},
       ${entry.subject}, ${asJson(entry.before)}::jsonb, ${asJson(entry.after)}::jsonb, ${entry.requestId})
  `.execute(tx);
}

function asJson(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value);
}
