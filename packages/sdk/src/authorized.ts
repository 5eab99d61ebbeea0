import { CarrierFault } from './errors.ts';
import type { Answer } from './refusal.ts';
import type { Access, Tokens } from './tokens.ts';
import { type Call, type Surroundings, send } from './transport.ts';

/** A call that needs a token, and on whose behalf it is made. */
export interface AuthorizedCall extends Call {
  readonly access: Access;
}

/**
 * Sends a call with a bearer token. A token that the carrier refuses (401) is forgotten; what may be repeated
 * freely is then sent once more with a fresh one.
 */
export async function sendAuthorized(
  call: AuthorizedCall,
  tokens: Tokens,
  around: Surroundings,
): Promise<Answer> {
  const token = await tokenFor(call, tokens);
  try {
    return await send(call, around, token);
  } catch (thrown) {
    if (!(thrown instanceof CarrierFault) || thrown.status !== 401) throw thrown;
    const canRenew = await tokens.forget(call.access, token);
    if (!canRenew || call.repeat === 'once') throw thrown;
  }
  return send(call, around, await tokenFor(call, tokens));
}

/** Without a token the call itself never left, whatever became of the request for the token. */
async function tokenFor({ access }: AuthorizedCall, tokens: Tokens): Promise<string> {
  try {
    return await tokens.accessToken(access);
  } catch (thrown) {
    if (!(thrown instanceof CarrierFault)) throw thrown;
    throw new CarrierFault({ ...thrown, outcome: 'not-sent', cause: thrown });
  }
}
