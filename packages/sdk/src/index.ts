export type {
  AddressValidationRequest,
  AddressValidationResponse,
} from '@lading/contract/address-street/schema';
export type {
  AcceptanceAuditPreCheckRequest,
  AcceptanceAuditPreCheckResponse,
  ChemicalReferenceDataRequest,
  ChemicalReferenceDataResponse,
} from '@lading/contract/dangerous-goods/schema';
export type { LocatorRequest, LocatorResponse } from '@lading/contract/locator/schema';
export type {
  DeleteResponse,
  PushToImageRepositoryRequest,
  PushToImageRepositoryResponse,
  UploadRequest,
  UploadResponse,
} from '@lading/contract/paperless/schema';
export type {
  PickupCancelResponse,
  PickupCreationRequest,
  PickupCreationResponse,
  PickupPendingStatusResponse,
  PickupPoliticalDivisionsResponse,
  PickupRateRequest,
  PickupRateResponse,
  PickupServiceCenterRequest,
  PickupServiceCenterResponse,
} from '@lading/contract/pickup/schema';
export type {
  PreNotificationRequest,
  PreNotificationResponse,
} from '@lading/contract/pre-notification/schema';
export type {
  DeliveryRecord,
  ExceptionRecord,
  GenericRecord,
  ManifestRecord,
  OriginRecord,
  QuantumViewFault,
  QuantumViewFile,
  QuantumViewRequest,
  QuantumViewResponse,
  QuantumViewSubscription,
} from '@lading/contract/quantum-view/schema';
export type { RateRequest, RateResponse } from '@lading/contract/rating/schema';
export type {
  LabelRecoveryRequest,
  LabelRecoveryResponse,
  ShipmentRequest,
  ShipmentResponse,
  VoidShipmentResponse,
} from '@lading/contract/shipping/schema';
export type { TimeInTransitRequest, TimeInTransitResponse } from '@lading/contract/time-in-transit/schema';
export type { TrackResponse } from '@lading/contract/tracking/schema';
export type { LandedCostRequest, LandedCostResponse } from '@lading/contract/trade/schema';
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
