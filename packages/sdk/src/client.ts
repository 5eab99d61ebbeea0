import { type AddressCityClient, createAddressCityClient } from './address-city/client.ts';
import { type AddressStreetClient, createAddressStreetClient } from './address-street/client.ts';
import { type Connection, type ConnectionOptions, connect } from './connection.ts';
import { createDangerousGoodsClient, type DangerousGoodsClient } from './dangerous-goods/client.ts';
import { createLocatorClient, type LocatorClient } from './locator/client.ts';
import { createPaperlessClient, type PaperlessClient } from './paperless/client.ts';
import { createPickupClient, type PickupClient } from './pickup/client.ts';
import { createPreNotificationClient, type PreNotificationClient } from './pre-notification/client.ts';
import { createQuantumViewClient, type QuantumViewClient } from './quantum-view/client.ts';
import { createRatingClient, type RatingClient } from './rating/client.ts';
import { createShippingClient, type ShippingClient } from './shipping/client.ts';
import { createSignatureTrackingClient, type SignatureTrackingClient } from './signature-tracking/client.ts';
import { createTimeInTransitClient, type TimeInTransitClient } from './time-in-transit/client.ts';
import { createTrackingClient, type TrackingClient } from './tracking/client.ts';
import { createTradeClient, type TradeClient } from './trade/client.ts';

/** The carrier’s APIs, one member each. */
export interface Client extends Connection {
  readonly addressCity: AddressCityClient;
  readonly addressStreet: AddressStreetClient;
  readonly dangerousGoods: DangerousGoodsClient;
  readonly locator: LocatorClient;
  readonly paperless: PaperlessClient;
  readonly pickup: PickupClient;
  readonly preNotification: PreNotificationClient;
  readonly quantumView: QuantumViewClient;
  readonly rating: RatingClient;
  readonly shipping: ShippingClient;
  readonly signatureTracking: SignatureTrackingClient;
  readonly timeInTransit: TimeInTransitClient;
  readonly tracking: TrackingClient;
  readonly trade: TradeClient;
}

/**
 * A client of the carrier's APIs, of its test side, or of anything that speaks like it. It holds no connection
 * and needs no closing. Unless told otherwise a call ends after 60 s (30 s without an answer), takes at most
 * 8,000,000 bytes, and is tried three times in all where trying again does no harm.
 *
 * A program that wants few APIs and few bytes takes `connect` and, for example, `createRatingClient` instead.
 *
 * @example
 * const ups = createClient({
 *   environment: { baseUrl: 'http://127.0.0.1:3100' },
 *   clientId: 'sandbox-client',
 *   clientSecret: 'sandbox-secret',
 * });
 * @throws TypeError for a base address that is none, and for credentials that are missing.
 */
export function createClient(options: ConnectionOptions): Client {
  const connection = connect(options);
  const { carrier } = connection;
  return {
    ...connection,
    addressCity: createAddressCityClient(carrier),
    addressStreet: createAddressStreetClient(carrier),
    dangerousGoods: createDangerousGoodsClient(carrier),
    locator: createLocatorClient(carrier),
    paperless: createPaperlessClient(carrier),
    pickup: createPickupClient(carrier),
    preNotification: createPreNotificationClient(carrier),
    quantumView: createQuantumViewClient(carrier),
    rating: createRatingClient(carrier),
    shipping: createShippingClient(carrier),
    signatureTracking: createSignatureTrackingClient(carrier),
    timeInTransit: createTimeInTransitClient(carrier),
    tracking: createTrackingClient(carrier),
    trade: createTradeClient(carrier),
  };
}
