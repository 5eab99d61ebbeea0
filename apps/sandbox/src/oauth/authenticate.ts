import { bearerErrors } from '@lading/contract/oauth/codes';
import type { CarrierError } from '@lading/contract/stated';
import { carrierUsersStore } from '../carrier-users/store.ts';
import type { Caller } from '../registry.ts';
import type { World } from '../world/world.ts';
import { hashOf, readBearer } from './secrets.ts';
import { type OAuthView, oauthStore } from './store.ts';

/**
 * For whom a call with this header is made. Grants and associated accounts are looked up at every call, so that a
 * revocation, a changed password or a removed account counts at once.
 *
 * @param product The slug that the application must hold.
 */
export function authenticate(
  world: World,
  header: string | undefined,
  product: string,
): Caller | CarrierError {
  const state = world.state(oauthStore);
  const tokenHash = header === undefined ? undefined : bearerHash(header);
  const access = tokenHash === undefined ? undefined : state.access.get(tokenHash);
  const userName = access && userOf(state, access);
  const user = userName === undefined ? undefined : world.state(carrierUsersStore).users.get(userName);
  if (!access || !user) return bearerErrors.tokenInvalid;
  if (world.now() >= access.expiresAt) return bearerErrors.tokenExpired;
  const application = state.applications.get(access.clientId);
  if (!application?.products.includes(product)) return bearerErrors.productMissing;
  const accounts = user.accounts.filter(
    (account) => access.merchantId === undefined || account === access.merchantId,
  );
  return { clientId: access.clientId, userName: user.userName, accounts };
}

/** Hashes by header: a client sends the same one for hours, and the hash costs as much as all the rest of the look-up. */
const hashes = new Map<string, string>();
const MOST_HASHES = 256;

function bearerHash(header: string): string | undefined {
  const known = hashes.get(header);
  if (known !== undefined) return known;
  const token = readBearer(header);
  if (token === undefined) return undefined;
  if (hashes.size >= MOST_HASHES) hashes.clear();
  const hash = hashOf(token);
  hashes.set(header, hash);
  return hash;
}

export function isCaller(found: Caller | CarrierError): found is Caller {
  return 'accounts' in found;
}

/** A client's own token acts for the owner of the application, any other for the user who logged on. */
function userOf(
  state: OAuthView,
  { clientId, grantId }: { clientId: string; grantId?: string },
): string | undefined {
  if (grantId === undefined) return state.applications.get(clientId)?.ownerUserName;
  const grant = state.grants.get(grantId);
  return grant && !grant.isRevoked ? grant.userName : undefined;
}
