export {
  type AddressCityClient,
  type AddressCityOptions,
  createAddressCityClient,
} from './address-city/client.ts';
export {
  type AddressStreetClient,
  type AddressStreetOptions,
  createAddressStreetClient,
} from './address-street/client.ts';
export type { Advice, CallOptions, Carrier } from './carrier.ts';
export { type Client, createClient } from './client.ts';
export { type Connection, type ConnectionOptions, connect } from './connection.ts';
export { createDangerousGoodsClient, type DangerousGoodsClient } from './dangerous-goods/client.ts';
export type { DriftSeen } from './drift.ts';
export type { Environment } from './environment.ts';
export {
  CarrierFault,
  type FaultDetails,
  faultCodes,
  type Hint,
  type Hints,
  hintOf,
  isCarrierFault,
  type Outcome,
} from './errors.ts';
export {
  createGovernor,
  type Governor,
  type GovernorCounters,
  type GovernorOptions,
  type Leave,
} from './governor.ts';
export type { Hooks, RequestSeen, ResponseSeen, RetrySeen } from './hooks.ts';
export {
  createLocatorClient,
  type LocatorClient,
  type LocatorOptions,
  type LocatorSubject,
} from './locator/client.ts';
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
  createPaperlessClient,
  type KeptDocument,
  type PaperlessClient,
  type PaperlessOptions,
} from './paperless/client.ts';
export {
  createPickupClient,
  type PickupClient,
  type PickupOptions,
  type PickupType,
  type PickupTypeOptions,
} from './pickup/client.ts';
export { createPreNotificationClient, type PreNotificationClient } from './pre-notification/client.ts';
export {
  type FileSeen,
  type QuantumViewItem,
  type QuantumViewPage,
  readPage,
  type SubscriptionSeen,
  type WarningSeen,
} from './quantum-view/answer.ts';
export {
  createQuantumViewClient,
  type QuantumViewClient,
  type QuantumViewOptions,
  type QuantumViewVersion,
  type RawOptions,
} from './quantum-view/client.ts';
export type { QuantumViewQuery } from './quantum-view/request.ts';
export { createRatingClient, type RatingClient, type RatingOptions } from './rating/client.ts';
export type { Answer } from './refusal.ts';
export type { Ask } from './request.ts';
export type { RetryOptions } from './retry.ts';
export {
  createShippingClient,
  type ShipOptions,
  type ShippingClient,
  type VoidOrder,
} from './shipping/client.ts';
export {
  createSignatureTrackingClient,
  type ProofOptions,
  type SignatureTrackingClient,
} from './signature-tracking/client.ts';
export { createTimeInTransitClient, type TimeInTransitClient } from './time-in-transit/client.ts';
export { type KeptToken, keepGrant, memoryTokens, type TokenStore } from './token-store.ts';
export type { Access } from './tokens.ts';
export {
  createTrackingClient,
  type ReferenceOptions,
  type ShipmentPageOptions,
  type TrackingClient,
  type TrackingDetailsOptions,
  type TrackingOptions,
} from './tracking/client.ts';
export { createTradeClient, type LandedCostOptions, type TradeClient } from './trade/client.ts';
export type { Limits } from './transport.ts';
