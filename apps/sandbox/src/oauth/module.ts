import { type Clock, systemClock } from '@lading/kit/clock';
import { Problem } from '@lading/kit/errors';
import { Type } from 'typebox';
import { command, type SandboxModule } from '../module.ts';
import type { SeedClient, Seeds } from '../seed.ts';
import type { World } from '../world/world.ts';
import type {
  ApplicationRegistered,
  GrantsRevoked,
  Lifetimes,
  LifetimesChosen,
  OAuthForgotten,
  ProductsChosen,
  RedirectUriRegistered,
} from './facts.ts';
import { createGuessGuard } from './guess-guard.ts';
import { oauthOperations } from './operations.ts';
import { type Product, products } from './products.ts';
import { hashOf } from './secrets.ts';
import { forgetKind, oauthStore } from './store.ts';

const Seconds = Type.Integer({ minimum: 1, maximum: 315_576_000 });
const Uri = Type.String({ minLength: 1, maxLength: 2_000 });
const ClientId = Type.String({ minLength: 1, maxLength: 100 });
const Products = Type.Array(Type.Union(products.map((slug) => Type.Literal(slug))), {
  maxItems: products.length,
});

const NewApplication = Type.Object({
  clientId: ClientId,
  clientSecret: Type.String({ minLength: 1, maxLength: 200 }),
  name: Type.String({ minLength: 1, maxLength: 100 }),
  ownerUserName: Type.String({ minLength: 1, maxLength: 16 }),
  redirectUris: Type.Array(Uri, { maxItems: 20 }),
  products: Products,
});

const NewSecret = Type.Object({
  clientId: ClientId,
  clientSecret: NewApplication.properties.clientSecret,
});

/** Applications, log-ins, codes, grants and tokens. */
export function createOAuthModule({ real = systemClock }: { readonly real?: Clock } = {}): SandboxModule {
  const clientGuard = createGuessGuard({ clock: real, freeAttempts: 10 });
  return {
    name: 'oauth',
    stores: [oauthStore],
    operations: oauthOperations(clientGuard),
    onDue: { [forgetKind]: forget },
    seed: seedApplications,
    counts,
    commands: [
      command('register-application', NewApplication, registerApplication),
      command('replace-client-secret', NewSecret, replaceSecret),
      command('register-redirect-uri', Type.Object({ clientId: ClientId, redirectUri: Uri }), registerUri),
      command('choose-products', Type.Object({ clientId: ClientId, products: Products }), chooseProducts),
      command(
        'choose-lifetimes',
        Type.Object({
          accessTokenSeconds: Type.Optional(Seconds),
          refreshTokenSeconds: Type.Optional(Seconds),
          authorizationCodeSeconds: Type.Optional(Seconds),
        }),
        chooseLifetimes,
      ),
      command(
        'revoke-grants',
        Type.Object({ userName: Type.String(), clientId: Type.Optional(ClientId) }),
        revokeGrants,
      ),
    ],
  };
}

function seedApplications(world: World, { clients, lifetimes }: Seeds): void {
  for (const client of clients) record(world, client);
  if (lifetimes) chooseLifetimes(world, lifetimes);
}

function record(world: World, { clientSecret, ...client }: SeedClient): void {
  const fact: ApplicationRegistered = {
    type: 'application-registered',
    ...client,
    secretHash: hashOf(clientSecret),
  };
  world.record(fact);
}

function registerApplication(world: World, client: SeedClient): object {
  if (world.state(oauthStore).applications.has(client.clientId)) throw applicationExists(client.clientId);
  for (const uri of client.redirectUris) refuseBadUri(uri);
  record(world, client);
  return { clientId: client.clientId, name: client.name };
}

/** As in the developer portal: the old secret is worth nothing from then on; tokens already given live out. */
function replaceSecret(world: World, input: { clientId: string; clientSecret: string }): object {
  const { secretHash: _old, ...application } = findApplication(world, input.clientId);
  const secretHash = hashOf(input.clientSecret);
  const fact: ApplicationRegistered = { type: 'application-registered', ...application, secretHash };
  world.record(fact);
  return { clientId: input.clientId };
}

function registerUri(world: World, input: { clientId: string; redirectUri: string }): object {
  const { redirectUris } = findApplication(world, input.clientId);
  refuseBadUri(input.redirectUri);
  const fact: RedirectUriRegistered = { type: 'redirect-uri-registered', ...input };
  if (!redirectUris.includes(input.redirectUri)) world.record(fact);
  return { clientId: input.clientId, redirectUris: findApplication(world, input.clientId).redirectUris };
}

function chooseProducts(world: World, input: { clientId: string; products: Product[] }): object {
  findApplication(world, input.clientId);
  const fact: ProductsChosen = { type: 'products-chosen', ...input };
  world.record(fact);
  return input;
}

function chooseLifetimes(world: World, input: { [Member in keyof Lifetimes]?: number | undefined }): object {
  const before = world.state(oauthStore).lifetimes;
  const lifetimes: Lifetimes = {
    accessTokenSeconds: input.accessTokenSeconds ?? before.accessTokenSeconds,
    refreshTokenSeconds: input.refreshTokenSeconds ?? before.refreshTokenSeconds,
    authorizationCodeSeconds: input.authorizationCodeSeconds ?? before.authorizationCodeSeconds,
  };
  const fact: LifetimesChosen = { type: 'lifetimes-chosen', lifetimes };
  world.record(fact);
  return lifetimes;
}

function revokeGrants(
  world: World,
  { userName, clientId }: { userName: string; clientId?: string | undefined },
): object {
  const narrowed = clientId === undefined ? {} : { clientId };
  const fact: GrantsRevoked = { type: 'grants-revoked', userName, ...narrowed };
  world.record(fact);
  return { userName, ...narrowed };
}

/** A grant that was refreshed since lives longer than this moment says: only what really ended is dropped. */
function forget(world: World, key: string, at: number): void {
  const [what = '', id = ''] = key.split(':');
  const { codes, access, grants } = world.state(oauthStore);
  const drop = (kind: OAuthForgotten['what'], endedAt: number | undefined): void => {
    const fact: OAuthForgotten = { type: 'oauth-forgotten', what: kind, key: id };
    if (endedAt !== undefined && endedAt < at) world.record(fact);
  };
  if (what === 'code') drop('code', codes.get(id)?.expiresAt);
  if (what === 'access') drop('access', access.get(id)?.expiresAt);
  if (what === 'grant') drop('grant', grants.get(id)?.refreshExpiresAt);
}

function counts(world: World): Readonly<Record<string, number>> {
  const { applications, grants, access } = world.state(oauthStore);
  return { applications: applications.size, grants: grants.size, accessTokens: access.size };
}

function findApplication(world: World, clientId: string) {
  const application = world.state(oauthStore).applications.get(clientId);
  if (!application) throw noSuchApplication(clientId);
  return application;
}

function refuseBadUri(uri: string): void {
  const isAddress = URL.canParse(uri) && !uri.includes('#') && /^[a-z][a-z0-9+.-]*:/i.test(uri);
  const runsScript = /^(javascript|data|vbscript|blob|file):/i.test(uri);
  if (!isAddress || runsScript) throw badUri(uri);
}

function noSuchApplication(clientId: string): Problem {
  return new Problem({
    code: 'NO_SUCH_APPLICATION',
    status: 404,
    text: {
      en: 'There is no application with the client identifier “{clientId}”.',
      fr: 'Aucune application ne porte l’identifiant de client « {clientId} ».',
    },
    params: { clientId },
  });
}

function applicationExists(clientId: string): Problem {
  return new Problem({
    code: 'APPLICATION_EXISTS',
    status: 409,
    text: {
      en: 'An application with the client identifier “{clientId}” exists already.',
      fr: 'Une application porte déjà l’identifiant de client « {clientId} ».',
    },
    params: { clientId },
  });
}

function badUri(uri: string): Problem {
  return new Problem({
    code: 'REDIRECT_URI_INVALID',
    status: 400,
    text: {
      en: '“{uri}” cannot be a redirect URI: it must be a whole address without a fragment.',
      fr: '« {uri} » ne peut être une URI de redirection : il faut une adresse complète sans fragment.',
    },
    params: { uri },
  });
}
