import type { Invited, NewInvitation, People, SecondFactorStart } from '../../api/people.ts';
import { NOW } from './parcels.ts';

const WEEK_MS = 7 * 86_400_000;
const nextWeek = new Date(Date.parse(NOW) + WEEK_MS).toISOString();

function member(
  id: number,
  name: string,
  email: string,
  role: 'administrator' | 'user',
  hasSecondFactor: boolean,
) {
  return { userId: `0193d000-0000-7000-8000-00000000000${id}`, name, email, role, hasSecondFactor };
}

export function peopleOf(): People {
  return {
    members: [
      member(1, 'Alice Martin', 'alice@maple.example', 'administrator', true),
      member(4, 'Ines Okafor-Bellerose', 'ines@both.example', 'administrator', false),
      member(2, 'Umar Haddad', 'umar@maple.example', 'user', false),
    ],
    invitations: [invitation({ email: 'receiving.dock.vancouver@maple.example', role: 'user' })],
    isMailSet: false,
  };
}

function invitation({ email, role }: NewInvitation) {
  return {
    invitationId: '0193d000-0000-7000-8000-0000000000e1',
    ...{ email, role, createdAt: NOW, expiresAt: nextWeek, invitedBy: 'Alice Martin' },
  };
}

export function invitedFor(asked: NewInvitation): Invited {
  return {
    invitation: invitation(asked),
    link: 'https://hub.example/join?token=Zm9yLXRoZS1waWN0dXJlLW9ubHktbm8tcmVhbC10b2tlbg',
  };
}

/** Not a code that a camera reads: a pattern of the same size. */
export function secondFactorStart(): SecondFactorStart {
  const side = 41;
  const cells = Array.from({ length: side * side }, (_, at) => at).filter(
    (at) => (at * 7 + (at >> 3)) % 3 === 0,
  );
  const path = cells.map((at) => `M${at % side} ${Math.floor(at / side)}h1v1h-1z`).join('');
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  return { secret, url: 'otpauth://totp/Lading', picture: { side, path } };
}

export function recoveryCodes(): string[] {
  return Array.from({ length: 10 }, (_, at) => `abcd-ef${at}h-ijkl`.replace(/[0189]/g, 'z'));
}
