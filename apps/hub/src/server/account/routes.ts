import type { Server } from '@lading/kit/http/server';
import { AccountChange, Session } from '../../api/session.ts';
import { seatOf } from '../http/guard.ts';
import type { Hub } from '../hub.ts';
import { invalidValue } from '../problems.ts';
import { toSession } from '../sign-in/shapes.ts';
import type { SessionStore } from '../sign-in/store.ts';
import { isZone } from '../zones.ts';

/** What a person decides for themselves: language and zone. */
export function accountRoutes(app: Server, hub: Hub, store: SessionStore): void {
  app.patch(
    '/api/v1/account',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'Change one’s language or zone',
        tags: ['account'],
        body: AccountChange,
        response: { 200: Session },
      },
    },
    async (request) => {
      const seat = seatOf(request);
      const { locale, zone } = request.body;
      if (zone !== undefined && !isZone(zone)) throw invalidValue('zone');
      await store.changeAccount(seat.user.userId, request.body);
      const user = { ...seat.user, locale: locale ?? seat.user.locale, zone: zone ?? seat.user.zone };
      return toSession(hub, { ...seat, user }, await store.memberships(user.userId));
    },
  );
}
