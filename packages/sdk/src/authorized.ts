import { Deadline } from './deadline.ts';
import { CarrierFault } from './errors.ts';
import type { Answer } from './refusal.ts';
import type { Access, Tokens } from './tokens.ts';
import { type Call, type Sending, type Surroundings, sendBefore } from './transport.ts';

/** A call that needs a token, and on whose behalf it is made. */
export interface AuthorizedCall extends Call {
  readonly access: Access;
}

/**
 * Sends a call with a bearer token. A token that the carrier refuses (401) is forgotten; what may be repeated
 * freely is then sent once more with a fresh one, within the same time.
 */
export async function sendAuthorized(
  call: AuthorizedCall,
  tokens: Tokens,
  around: Surroundings,
): Promise<Answer> {
  const deadline = new Deadline(call.timeoutMs, call.signal);
  try {
    return await sendWithToken(call, tokens, { call, around, deadline });
  } finally {
    deadline.end();
  }
}

async function sendWithToken(
  { access, repeat }: AuthorizedCall,
  tokens: Tokens,
  sending: Omit<Sending, 'token'>,
): Promise<Answer> {
  const token = await tokenFor(access, tokens, sending);
  try {
    return await sendBefore({ ...sending, token });
  } catch (thrown) {
    if (!(thrown instanceof CarrierFault) || thrown.status !== 401) throw thrown;
    const canRenew = await tokens.forget(access, token);
    if (!canRenew || repeat === 'once') throw thrown;
  }
  return sendBefore({ ...sending, token: await tokenFor(access, tokens, sending) });
}

/** Without a token the call itself never left, whatever became of the request for the token. */
async function tokenFor(access: Access, tokens: Tokens, { deadline }: Pick<Sending, 'deadline'>) {
  try {
    return await deadline.within(() => tokens.accessToken(access));
  } catch (thrown) {
    if (!(thrown instanceof CarrierFault)) throw thrown;
    if (thrown === deadline.fault()) throw thrown.withOutcome('not-sent');
    throw new CarrierFault({ ...thrown, outcome: 'not-sent', cause: thrown });
  }
}
