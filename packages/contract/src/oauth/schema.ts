import { type Static, Type } from 'typebox';
import { free, maybe, measured } from '../schema/notation.ts';

/** Query of the authorize address. */
export const AuthorizeQuery = Type.Object({
  client_id: free(),
  redirect_uri: free('One that the application registered, letter by letter.'),
  response_type: free('Always code.'),
  state: maybe(free('Comes back unchanged; bind it to the session.')),
  scope: maybe(free('Separated by spaces.')),
  code_challenge: maybe(free('BASE64URL(SHA256(code_verifier)); only with PKCE.')),
});

/** Form of the token address for an authorization code. */
export const AuthorizationCodeForm = Type.Object({
  grant_type: free('authorization_code'),
  code: free(),
  redirect_uri: free('The same as in the authorize request.'),
  code_verifier: maybe(free('Only with PKCE.')),
  client_id: maybe(free('Only with PKCE, where no Basic header is sent.')),
});

/** Form of the token address for an application's own token. */
export const ClientCredentialsForm = Type.Object({ grant_type: free('client_credentials') });

/** Form of the refresh address. */
export const RefreshForm = Type.Object({ grant_type: free('refresh_token'), refresh_token: free() });

/** Every member is text, also the numbers. */
export const ClientCredentialsToken = Type.Object({
  token_type: maybe(free('Bearer.')),
  issued_at: maybe(measured('epoch-milliseconds', free())),
  client_id: maybe(free()),
  access_token: maybe(free()),
  scope: maybe(free()),
  expires_in: maybe(measured('seconds', free())),
  refresh_count: maybe(free()),
  status: maybe(free('approved')),
});

/** Answer to a code and to a refresh; every member is text. */
export const AuthorizedToken = Type.Object({
  refresh_token_expires_in: maybe(measured('seconds', free())),
  refresh_token_status: maybe(free('approved')),
  token_type: maybe(free('Bearer.')),
  issued_at: maybe(measured('epoch-milliseconds', free())),
  client_id: maybe(free()),
  access_token: maybe(free()),
  refresh_token: maybe(free('Serves once.')),
  scope: maybe(free()),
  refresh_token_issued_at: maybe(measured('epoch-milliseconds', free())),
  expires_in: maybe(measured('seconds', free())),
  refresh_count: maybe(free('How often this grant was refreshed.')),
  status: maybe(free('approved')),
});

/** What the authorize address is asked with. */
export type AuthorizeQuery = Static<typeof AuthorizeQuery>;
/** What exchanges a code. */
export type AuthorizationCodeForm = Static<typeof AuthorizationCodeForm>;
/** What asks for an application’s own token. */
export type ClientCredentialsForm = Static<typeof ClientCredentialsForm>;
/** What asks for a new pair. */
export type RefreshForm = Static<typeof RefreshForm>;
/** An application’s own token as it travels: everything is text. */
export type ClientCredentialsToken = Static<typeof ClientCredentialsToken>;
/** A pair of tokens as it travels: everything is text. */
export type AuthorizedToken = Static<typeof AuthorizedToken>;
