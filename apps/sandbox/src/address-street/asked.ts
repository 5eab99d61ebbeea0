import type { Context, NormalisedRequest, Refusal } from '../registry.ts';
import { capOf } from './limits.ts';
import { type AskedAddress, readAddress } from './request.ts';

/** What is looked for, and how many candidates an answer may hold. */
export interface Asked {
  readonly address: AskedAddress;
  readonly cap: number;
}

/** Why an operation does not look for an address, or `null` where it does. */
export type Refuse = (context: Context, request: NormalisedRequest, asked: AskedAddress) => Refusal | null;

/** What both validations begin with: the operation's own reasons to refuse come before that of the list's size. */
export function askedOf(context: Context, request: NormalisedRequest, refuse: Refuse): Asked | Refusal {
  const address = readAddress(request);
  const refusal = refuse(context, request, address);
  if (refusal !== null) return refusal;
  const cap = capOf(context.world, request);
  return typeof cap === 'number' ? { address, cap } : cap;
}
