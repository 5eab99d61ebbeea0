import { randomBytes } from 'node:crypto';
import { sha256, verifyPassword } from '@lading/kit/crypto';
import { Problem } from '@lading/kit/errors';
import type { Transaction } from 'kysely';
import type { RecoveryCodes, SecondFactorStart, Security } from '../../api/people.ts';
import { type Actor, writeAudit } from '../audit/store.ts';
import type { Hub } from '../hub.ts';
import { wrongCredentials } from '../sign-in/service.ts';
import { base32, otpauthUrl, stepOf } from '../sign-in/totp.ts';
import type { HubTables } from '../tables.ts';
import { pictureOf } from './picture.ts';
import {
  companiesOf,
  enableSecondFactor,
  endSecondFactor,
  keepSecret,
  type Login,
  readLogin,
  setRecovery,
  takeStep,
} from './store.ts';

type Tx = Transaction<HubTables>;

const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;

export function readSecurity(hub: Hub, userId: string): Promise<Security> {
  return hub.door.asDesk(async (tx) => {
    const login = await readLogin(tx, userId);
    return {
      hasSecondFactor: login.totp_enabled_at !== null,
      recoveryCodesLeft: login.recovery_hashes.length,
    };
  });
}

/** A new secret, which counts only once its first code was typed. @throws `SECOND_FACTOR_ON` */
export function begin(hub: Hub, userId: string): Promise<SecondFactorStart> {
  const secret = randomBytes(SECRET_BYTES);
  return hub.door.asDesk(async (tx) => {
    const login = await readLogin(tx, userId);
    if (login.totp_enabled_at) throw secondFactorOn();
    await keepSecret(tx, userId, hub.sealer.seal(secret, userId));
    const url = otpauthUrl(secret, login.email);
    return { secret: base32(secret), url, picture: pictureOf(url) };
  });
}

/** @throws `WRONG_CODE` */
export function confirm(hub: Hub, userId: string, actor: Actor, typed: string): Promise<RecoveryCodes> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCode(hub));
  return hub.door.asDesk(async (tx) => {
    const login = await readLogin(tx, userId);
    const secret = secretOf(hub, login);
    const step = secret && stepOf(secret, typed, hub.wallClock.now(), null);
    if (step === null) throw wrongCode();
    const at = new Date(hub.clock.now());
    await enableSecondFactor(tx, userId, { step, at, recoveryHashes: codes.map(hashOf) });
    await noteEverywhere(hub, tx, userId, actor, 'second-factor.enable');
    return { codes };
  });
}

/** @throws `WRONG_CREDENTIALS` */
export async function end(hub: Hub, userId: string, actor: Actor, password: string): Promise<void> {
  const login = await hub.door.asDesk((tx) => readLogin(tx, userId));
  if (!(await verifyPassword(login.password_hash, password))) throw wrongCredentials();
  await hub.door.asDesk(async (tx) => {
    await endSecondFactor(tx, userId);
    await noteEverywhere(hub, tx, userId, actor, 'second-factor.disable');
  });
}

/**
 * The second question after a right password: a code of the authenticator, or one of the recovery codes, each once.
 * @throws `CODE_REQUIRED`, `WRONG_CODE`
 */
export function checkSecondFactor(hub: Hub, userId: string, typed: string | undefined): Promise<void> {
  return hub.door.asDesk(async (tx) => {
    const login = await readLogin(tx, userId);
    const secret = login.totp_enabled_at === null ? null : secretOf(hub, login);
    if (secret === null) return;
    if (typed === undefined || typed.trim() === '') throw codeRequired();
    const step = stepOf(secret, typed, hub.wallClock.now(), login.totp_last_step);
    if (step !== null && (await takeStep(tx, userId, step))) return;
    const hash = hashOf(typed.trim());
    if (!login.recovery_hashes.includes(hash)) throw wrongCode();
    await setRecovery(
      tx,
      userId,
      login.recovery_hashes.filter((one) => one !== hash),
    );
  });
}

function secretOf({ sealer }: Hub, { totp_sealed, totp_key_id, user_id }: Login): Buffer | null {
  return totp_sealed && totp_key_id ? sealer.open(totp_sealed, totp_key_id, user_id) : null;
}

/** `abcd-efgh-ijkl`, from an alphabet without look-alikes. */
function recoveryCode(hub: Hub): string {
  const letters = base32(sha256(hub.ids.token(16))).toLowerCase();
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8, 12)}`;
}

function hashOf(code: string): string {
  return sha256(code.toLowerCase().replace(/[^a-z2-7]/g, '')).toString('hex');
}

/** A login belongs to no company; each of its companies may want to know. */
export async function noteEverywhere(
  hub: Hub,
  tx: Tx,
  userId: string,
  actor: Actor,
  action: string,
): Promise<void> {
  for (const tenantId of await companiesOf(tx, userId)) {
    await writeAudit(tx, {
      ...{ tenantId, actor, action, subject: userId },
      entryId: hub.ids.uuid(),
      at: new Date(hub.clock.now()),
    });
  }
}

const codeRequired = (): Problem =>
  new Problem({
    code: 'CODE_REQUIRED',
    status: 401,
    text: {
      en: 'Type the code that your authenticator shows.',
      fr: 'Entrez le code qu’affiche votre application d’authentification.',
    },
  });

export const wrongCode = (): Problem =>
  new Problem({
    code: 'WRONG_CODE',
    status: 401,
    text: { en: 'This code is wrong, or was used already.', fr: 'Ce code est incorrect ou a déjà servi.' },
  });

const secondFactorOn = (): Problem =>
  new Problem({
    code: 'SECOND_FACTOR_ON',
    status: 409,
    text: {
      en: 'The second factor is on already. Turn it off first.',
      fr: 'Le second facteur est déjà activé. Désactivez-le d’abord.',
    },
  });
