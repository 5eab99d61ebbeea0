import { arrays } from '../arrays/since.ts';
import { requiredTracing, usualStatuses } from '../operation/wire.ts';
import type { WireOperation } from '../operation.ts';

const landedCostRequestArrays = Object.freeze([...arrays(undefined, ['shipment/shipmentItems'])]);

const landedCostResponseArrays = Object.freeze([
  ...arrays(undefined, ['shipment/brokerageFeeItems', 'shipment/shipmentItems']),
]);

/** Duties, taxes and fees of goods on a lane. */
export const landedCost = Object.freeze({
  id: 'trade.landedCost',
  slug: 'trade',
  method: 'POST',
  path: '/api/landedcost/{version}/quotes',
  versions: ['v1'],
  currentVersion: 'v1',
  deprecatedVersions: [],
  parameters: [],
  requestFormat: 'json',
  auth: 'bearer',
  headers: [...requiredTracing, { name: 'accountnumber', required: false }],
  requestArrays: landedCostRequestArrays,
  requestValues: [
    ...['allowPartialLandedCostResult', 'alversion', 'grossWeight', 'priceEach', 'quantity', 'transportCost'],
  ],
  responseArrays: landedCostResponseArrays,
  responseNames:
    'absLayerTime alVersion brokerageFeeItems chargeAmount chargeName code commodityCurrencyCode commodityDuty commodityID commodityVAT currencyCode description errors field fulfillTime grandTotal hsCode id importCountryCode isCalculable message perfStats receiptTime shipment shipmentItems totalBrokerageFees totalCommodityDutyAndTax totalCommodityLevelTaxesAndFees totalCommodityTaxAndFee totalDuties totalDutyAndTax totalShipmentLevelTaxesAndFees totalVAT transID value'.split(
      ' ',
    ),
  statuses: usualStatuses,
  effect: 'reads',
  errorsInsideSuccess: false,
} as const) satisfies WireOperation;

/** The operations of this API. */
export const operations: readonly WireOperation[] = Object.freeze([landedCost]);
