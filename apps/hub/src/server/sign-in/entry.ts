import { writeAudit } from '../audit/store.ts';
import type { Seat } from '../http/seat.ts';
import type { Hub } from '../hub.ts';

/** A company's audit log says who came in; a person without a company has come in nowhere yet. */
export async function noteEntry(hub: Hub, { user, company }: Seat, requestId: string): Promise<void> {
  if (company === null) return;
  const { tenantId } = company;
  await hub.door.asTenant(tenantId, (tx) =>
    writeAudit(tx, {
      tenantId,
      entryId: hub.ids.uuid(),
      at: new Date(hub.clock.now()),
      actor: { userId: user.userId, userName: user.name, requestId },
      action: 'session.open',
      subject: user.userId,
    }),
  );
}
