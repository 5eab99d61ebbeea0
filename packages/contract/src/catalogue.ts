import * as addressCity from './address-city/wire.ts';
import * as addressStreet from './address-street/wire.ts';
import * as dangerousGoods from './dangerous-goods/wire.ts';
import * as locator from './locator/wire.ts';
import * as oauth from './oauth/wire.ts';
import type { WireOperation } from './operation.ts';
import * as paperless from './paperless/wire.ts';
import * as pickup from './pickup/wire.ts';
import * as preNotification from './pre-notification/wire.ts';
import * as quantumView from './quantum-view/wire.ts';
import * as rating from './rating/wire.ts';
import * as shipping from './shipping/wire.ts';
import * as signatureTracking from './signature-tracking/wire.ts';
import * as timeInTransit from './time-in-transit/wire.ts';
import * as tracking from './tracking/wire.ts';
import * as trade from './trade/wire.ts';

/** Every operation of the contract, API by API. */
export const allOperations: readonly WireOperation[] = Object.freeze([
  ...addressCity.operations,
  ...addressStreet.operations,
  ...dangerousGoods.operations,
  ...locator.operations,
  ...oauth.operations,
  ...paperless.operations,
  ...pickup.operations,
  ...preNotification.operations,
  ...quantumView.operations,
  ...rating.operations,
  ...shipping.operations,
  ...signatureTracking.operations,
  ...timeInTransit.operations,
  ...tracking.operations,
  ...trade.operations,
]);
