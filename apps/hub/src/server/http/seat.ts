import type { RoleName } from '../tables.ts';

/** Who may call a route. `member`: signed in with a company chosen. `desk`: customer success. */
export type Access = 'anyone' | 'signed-in' | 'member' | 'administrator' | 'desk';

export interface SeatUser {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: 'en' | 'fr' | null;
  readonly zone: string | null;
  readonly isDesk: boolean;
}

export interface SeatCompany {
  readonly tenantId: string;
  readonly name: string;
  readonly role: RoleName;
  readonly locale: 'en' | 'fr';
  readonly zone: string;
}

/** A person at a keyboard: a live session, its user, and the company it has chosen. */
export interface Seat {
  readonly sessionHash: Uint8Array;
  readonly csrfToken: string;
  readonly lastSeenAt: Date;
  readonly user: SeatUser;
  readonly company: SeatCompany | null;
}

/** A seat whose company is known: what every company route works with. */
export interface MemberSeat extends Seat {
  readonly company: SeatCompany;
}

/** The language this person reads: their own choice, else the company's, else English. */
export function localeOf(seat: Seat): 'en' | 'fr' {
  return seat.user.locale ?? seat.company?.locale ?? 'en';
}

/** The zone this person reads times in. */
export function zoneOf(seat: Seat): string {
  return seat.user.zone ?? seat.company?.zone ?? 'UTC';
}
