import { oauthErrors } from '@lading/contract/oauth/codes';
import { type Context, isRefusal, type NormalisedRequest, type Refusal, refuse } from '../registry.ts';
import type { Frozen } from '../world/store.ts';
import type { World } from '../world/world.ts';
import type { GuessGuard } from './guess-guard.ts';
import { isSecret, readBasic } from './secrets.ts';
import { type Application, oauthStore } from './store.ts';

export type KnownApplication = Frozen<Application>;

export function findApplication(world: World, clientId: string): KnownApplication | undefined {
  return world.state(oauthStore).applications.get(clientId);
}

/** The application that a Basic header names and proves, or why not. */
export function authenticateClient(
  { world }: Context,
  { headers }: NormalisedRequest,
  guard: GuessGuard,
): KnownApplication | Refusal {
  const basic = readBasic(headers['authorization']);
  if (!basic) return refuse(oauthErrors.authorizationHeaderInvalid);
  const application = findApplication(world, basic.clientId);
  if (!application) return refuse(oauthErrors.clientIdInvalid);
  const name = `${world.name}/${basic.clientId}`;
  const waitMs = guard.waitMs(name);
  if (waitMs > 0) return tooManyAttempts(waitMs);
  if (!isSecret(basic.secret, application.secretHash)) {
    guard.failed(name);
    return refuse(oauthErrors.clientSecretInvalid);
  }
  guard.succeeded(name);
  return application;
}

export function isApplication(found: KnownApplication | Refusal): found is KnownApplication {
  return !isRefusal(found);
}

export function tooManyAttempts(waitMs: number): Refusal {
  return {
    ...refuse(oauthErrors.tooManyAttempts),
    headers: { 'retry-after': String(Math.ceil(waitMs / 1_000)) },
  };
}
