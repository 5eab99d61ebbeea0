import type { RatedQuestion, ShipmentOption } from '@lading/carrier/rating/shipment';
import type { RateChart } from '@lading/carrier/rating/tariff';
import type { JsonObject } from '../registry.ts';
import { isSet, textAt, within } from './reading.ts';

/** Members of an object, and what each stands for where it is set. */
type Indicators<Name extends string> = readonly (readonly [member: string, name: Name])[];

/** Indicators that stand directly in `ShipmentServiceOptions`. */
const indicators: Indicators<ShipmentOption> = Object.entries({
  SaturdayPickupIndicator: 'saturday-pickup',
  SaturdayDeliveryIndicator: 'saturday-delivery',
  UPScarbonneutralIndicator: 'carbon-neutral',
  DeliverToAddresseeOnlyIndicator: 'addressee-only',
  DirectDeliveryOnlyIndicator: 'direct-only',
  ReturnOfDocumentIndicator: 'document-return',
  CertificateOfOriginIndicator: 'certificate-of-origin',
  ShipperExportDeclarationIndicator: 'export-declaration',
  CommercialInvoiceRemovalIndicator: 'invoice-removal',
  ItemDisposalIndicator: 'item-disposal',
  InsideDelivery: 'inside-delivery',
});

/** Codes on the price line of what may travel only under conditions. */
const articles: Indicators<string> = Object.entries({
  SeedsIndicator: '201',
  PerishablesIndicator: '202',
  TobaccoIndicator: '203',
  PlantsIndicator: '204',
  AlcoholicBeveragesIndicator: '205',
  DiagnosticSpecimensIndicator: '206',
  SpecialExceptionsIndicator: '207',
});

/** What is asked for the whole shipment. */
export function readOptions(
  shipment: JsonObject,
  pickupType: string,
): Pick<
  RatedQuestion,
  'options' | 'restrictedArticles' | 'returnService' | 'importControl' | 'shipmentSignature'
> {
  const given = within(shipment, 'ShipmentServiceOptions');
  const returnService = textAt(given, 'ReturnService', 'Code');
  const importControl = textAt(given, 'ImportControl', 'Code');
  const confirmation = textAt(given, 'DeliveryConfirmation', 'DCISType');
  return {
    options: readIndicators(given, pickupType),
    restrictedArticles: namesSet(within(given, 'RestrictedArticles'), articles),
    returnService: returnService === undefined ? undefined : String(Number(returnService)),
    importControl: importControl?.padStart(2, '0'),
    shipmentSignature: confirmation === undefined ? undefined : confirmation === '2' ? 'adult' : 'ordinary',
  };
}

function readIndicators(given: JsonObject, pickupType: string): ReadonlySet<ShipmentOption> {
  const delivery = within(given, 'DeliveryOptions');
  const pickup = within(given, 'PickupOptions');
  const asked = new Set(namesSet(given, indicators));
  if (isSet(delivery, 'LiftGateAtDeliveryIndicator')) asked.add('lift-gate-delivery');
  if (isSet(pickup, 'LiftGateAtPickupIndicator')) asked.add('lift-gate-pickup');
  if (pickupType === ONE_TIME) asked.add('on-call-pickup');
  return asked;
}

const ONE_TIME = '06';

function namesSet<Name extends string>(given: JsonObject, indicators: Indicators<Name>): Name[] {
  return indicators.filter(([member]) => isSet(given, member)).map(([, name]) => name);
}

const chartOfClassification: Readonly<Record<string, RateChart>> = {
  '00': 'daily',
  '01': 'daily',
  '04': 'retail',
  '05': 'regional',
  '06': 'general-list',
  '53': 'standard-list',
};
const chartOfPickup: Readonly<Record<string, RateChart>> = {
  '01': 'daily',
  '03': 'retail',
  '06': 'standard-list',
  '07': 'standard-list',
  '19': 'standard-list',
  '20': 'standard-list',
};

/** The classification decides for origins in the United States, else how it is handed over; daily where both are silent. */
export function chartOf(country: string, classification: string | undefined, pickupType: string): RateChart {
  const classified = country === 'US' ? chartOfClassification[classification ?? ''] : undefined;
  return classified ?? chartOfPickup[pickupType] ?? 'daily';
}

/** `RateChart` of an answer. */
export const chartCodes: Readonly<Record<RateChart, string>> = {
  daily: '1',
  'standard-list': '3',
  retail: '4',
  regional: '5',
  'general-list': '6',
};
