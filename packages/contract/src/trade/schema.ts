import { type Static, Type } from 'typebox';
import { free, list, maybe, measured, text } from '../schema/notation.ts';

const ShipmentItems = Type.Object({
  commodityId: text(0, 100),
  grossWeight: maybe(measured('unit-beside', Type.Number())),
  grossWeightUnit: maybe(text(0, 2)),
  priceEach: Type.Number(),
  commodityCurrencyCode: text(0, 3),
  quantity: Type.Integer(),
  UOM: free('Unit of the quantity.'),
  hsCode: maybe(text(0, 40, 'Harmonized code.')),
  description: maybe(text(0, 150)),
  originCountryCode: text(0, 2),
});

const Shipment = Type.Object({
  id: text(0, 100),
  importCountryCode: text(0, 2),
  importProvince: maybe(text(0, 100)),
  shipDate: maybe(text(0, 10, 'YYYY-MM-DD')),
  incoterms: maybe(text(0, 3, 'Who pays what on the way.')),
  exportCountryCode: text(0, 2),
  transModes: maybe(text(0, 9)),
  transportCost: maybe(measured('currency-above', Type.Number())),
  shipmentType: maybe(text(0, 35)),
  shipmentItems: list(ShipmentItems),
});

/** Goods, lane and terms whose duties, taxes and fees are wanted. */
export const LandedCostRequest = Type.Object({
  currencyCode: text(0, 3),
  transID: text(0, 50),
  allowPartialLandedCostResult: maybe(Type.Boolean()),
  alversion: Type.Integer(),
  shipment: Shipment,
});

const BrokerageFeeItems = Type.Object({
  chargeName: maybe(text(0, 50)),
  chargeAmount: maybe(measured('currency-above', Type.Number())),
});

const ResponseShipmentItems = Type.Object({
  commodityID: free(),
  hsCode: text(0, 40, 'Harmonized code.'),
  commodityDuty: measured('currency-beside', Type.Number()),
  totalCommodityTaxAndFee: maybe(measured('currency-beside', Type.Number())),
  commodityVAT: Type.Number(),
  totalCommodityDutyAndTax: measured('currency-beside', Type.Number()),
  commodityCurrencyCode: text(0, 3),
  isCalculable: Type.Boolean(),
});

const ShipmentPerfStats = Type.Object({
  absLayerTime: text(0, 20),
  fulfillTime: text(0, 32),
  receiptTime: text(0, 32),
});

const Errors = Type.Object({
  code: maybe(text(0, 20)),
  description: maybe(text(0, 128)),
  message: maybe(text(0, 128)),
  value: maybe(text(0, 128)),
  field: maybe(text(0, 256)),
});

const LandedCostResponseShipment = Type.Object({
  currencyCode: text(0, 3),
  importCountryCode: text(0, 2),
  id: text(0, 100),
  brokerageFeeItems: list(BrokerageFeeItems),
  totalBrokerageFees: measured('currency-beside', Type.Number()),
  totalDuties: measured('currency-beside', Type.Number()),
  totalCommodityLevelTaxesAndFees: measured('currency-beside', Type.Number()),
  totalShipmentLevelTaxesAndFees: measured('currency-beside', Type.Number()),
  totalVAT: measured('currency-beside', Type.Number()),
  totalDutyAndTax: measured('currency-beside', Type.Number()),
  grandTotal: measured('currency-beside', Type.Number()),
  shipmentItems: list(ResponseShipmentItems),
  transID: maybe(text(0, 50)),
  perfStats: maybe(ShipmentPerfStats),
  alVersion: maybe(Type.Integer()),
  errors: maybe(Errors),
});

/** Duties, taxes and fees by item and in all. */
export const LandedCostResponse = Type.Object({
  shipment: LandedCostResponseShipment,
  alVersion: Type.Integer(),
  transID: free(),
  perfStats: ShipmentPerfStats,
});

/** See the schema of the same name. */
export type LandedCostRequest = Static<typeof LandedCostRequest>;
/** See the schema of the same name. */
export type LandedCostResponse = Static<typeof LandedCostResponse>;
