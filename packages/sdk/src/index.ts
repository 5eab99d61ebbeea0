export { type Client, type ClientOptions, createClient } from './client.ts';
export type { Environment } from './environment.ts';
export { CarrierFault, type FaultDetails, faultCodes, isCarrierFault, type Outcome } from './errors.ts';
export type { Hooks, RequestSeen, ResponseSeen, RetrySeen } from './hooks.ts';
export type {
  AuthorizeUrlOptions,
  ClientCredentialsOptions,
  ExchangeOptions,
  OAuthClient,
  RefreshOptions,
} from './oauth/client.ts';
export { challengeOf, createPkce, type Pkce } from './oauth/pkce.ts';
export type { AccessToken, GrantToken } from './oauth/token.ts';
export {
  type FileSeen,
  type QuantumViewItem,
  type QuantumViewPage,
  readPage,
  type SubscriptionSeen,
  type WarningSeen,
} from './quantum-view/answer.ts';
export type {
  CallOptions,
  QuantumViewClient,
  QuantumViewVersion,
  RawOptions,
} from './quantum-view/client.ts';
export type { QuantumViewQuery } from './quantum-view/request.ts';
export type { Answer } from './refusal.ts';
export type { RetryOptions } from './retry.ts';
export { type Access, memoryTokens, type TokenStore } from './tokens.ts';
export type { Limits } from './transport.ts';
