import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as addressStreet from './address-street/codes.ts';
import * as dangerousGoods from './dangerous-goods/codes.ts';
import * as locator from './locator/codes.ts';
import * as paperless from './paperless/codes.ts';
import * as pickup from './pickup/codes.ts';
import { isObject } from './published/files.ts';
import * as rating from './rating/codes.ts';
import * as shipping from './shipping/codes.ts';
import * as forms from './shipping/forms/codes.ts';
import * as goods from './shipping/goods/codes.ts';
import * as timeInTransit from './time-in-transit/codes.ts';
import * as tracking from './tracking/codes.ts';
import { exceptionFamilies } from './tracking/exceptions/codes.ts';
import { statusCodes } from './tracking/statuses/codes.ts';
import * as trade from './trade/codes.ts';

/**
 * A table and the member whose values it lists: from an `enum`, or from the codes in the member's description.
 * `beside`: codes that the description names without offering them there; `absent`: codes of the table that the
 * description leaves out.
 */
interface Row {
  readonly file: string;
  readonly at: string;
  readonly table: Readonly<Record<string, unknown>>;
  readonly beside?: readonly string[];
  readonly absent?: readonly string[];
}

const of =
  (file: string) =>
  (at: string, table: Row['table'], rest: Pick<Row, 'beside' | 'absent'> = {}): Row => ({
    file,
    at,
    table,
    ...rest,
  });
const inShipping = of('Shipping.yaml');
const inRating = of('Rating.yaml');
const inPickup = of('Pickup.yaml');
const inLocator = of('Locator.yaml');
const inGoods = of('DangerousGoods.yaml');
const inTransit = of('TimeInTransit.yaml');
const inAssure = of('UPSExportAssure.yaml');

const rows: readonly Row[] = [
  inShipping('Shipment_Service/Code', shipping.services, { beside: ['00', 'DDP', 'DDU'] }),
  inShipping('Package_Packaging/Code', shipping.packagings),
  inShipping('PackageWeight_UnitOfMeasurement/Code', shipping.weightUnits),
  inShipping('DryIceWeight_UnitOfMeasurement/Code', shipping.dryIceWeightUnits, { beside: ['KGS'] }),
  inShipping('PaymentInformation_ShipmentCharge/Type', shipping.shipmentChargeTypes),
  inShipping('BillShipper_CreditCard/Type', shipping.cardTypes, { beside: ['JCB', 'VISA', 'VPAY'] }),
  inShipping('Shipment_ReturnService/Code', shipping.returnServices, { beside: ['1', '4'] }),
  inShipping('DeclaredValue_Type/Code', shipping.declaredValueTypes, { beside: ['EVS'] }),
  inShipping('ShipmentServiceOptions_DeliveryConfirmation/DCISType', shipping.shipmentConfirmations),
  inShipping('ShipmentServiceOptions_Notification/NotificationCode', shipping.notifications),
  inShipping('PackageServiceOptions_Notification/NotificationCode', shipping.packageNotifications),
  inShipping('ShippingLabel_ImageFormat/Code', shipping.labelFormats),
  inShipping('ControlLogReceipt_ImageFormat/Code', shipping.receiptFormats),
  inShipping('ShipmentRequest_LabelSpecification/CharacterSet', shipping.characterSets),
  inShipping('PackageLevelResults_Status/Code', shipping.voidStatuses),
  inShipping('ShipmentServiceOptions_InternationalForms/FormType', forms.forms, { beside: ['CO', 'USMCA'] }),
  inShipping('ShipmentServiceOptions_InternationalForms/TermsOfShipment', forms.incoterms),
  inShipping('InternationalForms_CN22Form/CN22Type', forms.cn22Types),
  inShipping('InternationalForms_CN22Form/LabelSize', forms.cn22Sizes),
  inShipping('InternationalForms_EEIFilingOption/Code', forms.filingOptions),
  inShipping('UPSFiled_POA/Code', forms.powersOfAttorney),
  inShipping('EEIFilingOption_ShipperFiled/Code', forms.shipperFilings),
  inShipping('UltimateConsignee_UltimateConsigneeType/Code', forms.consigneeTypes),
  inShipping('InternationalForms_Product/ExportType', forms.exportTypes),
  inShipping('ShipmentServiceOptions_InternationalForms/InBondCode', forms.inBondCodes),
  inShipping('ShipmentServiceOptions_InternationalForms/PartiesToTransaction', forms.partyRelations),
  inShipping('ShipFrom_VendorInfo/VendorCollectIDTypeCode', forms.vendorRegisters),
  inShipping('Shipment_WorldEase/MasterShipmentChgType', forms.masterCharges),
  inShipping('Shipment_WorldEase/MasterHasDocBox', forms.documentBoxes),
  inShipping('Shipment_TradeDirect/ShipmentType', forms.tradeDirectTypes),
  inShipping('Master_TradeComplianceDetails/TermsOfShipment', {
    ...forms.incoterms,
    ...forms.tradeDirectIncoterms,
  }),
  inShipping('Child_Product/UnitOfMeasure', goods.quantityUnits),
  inShipping('LTL_Handling_Units/Type', goods.freightUnits),
  inShipping(
    'LTL_Handling_Units/FreightClass',
    Object.fromEntries(goods.freightClasses.map((name) => [name, name])),
  ),
  inShipping('PackageServiceOptions_Healthcare/ProgramIdentifier', goods.healthcarePrograms, {
    beside: ['API'],
  }),
  inShipping('ShipmentRequest_Shipment/USPSEndorsement', goods.postalEndorsements),
  inShipping('ShipmentRequest_Shipment/IrregularIndicator', goods.irregularities),
  inShipping('Shipment_ShipmentServiceOptions/InsideDelivery', goods.insideDeliveries),
  inShipping('AgentTaxIdentificationNumber_TaxIdentificationNumber/IDNumberTypeCode', goods.partyNumbers),
  inShipping(
    'AgentTaxIdentificationNumber_TaxIdentificationNumber/IDNumberPurposeCode',
    goods.partyNumberPurposes,
    { absent: ['00'] },
  ),
  inShipping('Contacts_Producer/Option', goods.producerNotes),
  inShipping('Shipment_DGSignatoryInfo/ShipperDeclaration', goods.declarationLevels),
  inRating('RateRequest_PickupType/Code', rating.pickupTypes),
  inRating('RateRequest_CustomerClassification/Code', rating.customerClassifications),
  inRating('Shipment_ShipmentIndicationType/Code', shipping.indicationTypes),
  inRating('Dimensions_UnitOfMeasurement/Code', shipping.lengthUnits, { absent: ['CM'] }),
  inRating('PackageServiceOptions_DeliveryConfirmation/DCISType', shipping.packageConfirmations),
  inRating('RateResponse_RatedShipment/RateChart', rating.rateCharts),
  inRating('Package_SimpleRate/Code', rating.simpleRateSizes),
  inRating('FRSPaymentInformation_Type/Code', rating.freightPayers),
  inRating('HandlingUnits_Type/Code', rating.handlingUnits),
  inRating('Shipment_ShipmentServiceOptions/AvailableServicesOption', rating.comparedDays),
  inRating('Shipment_ShipmentServiceOptions/InsideDelivery', rating.insideDeliveries),
  inRating('Shipment_DeliveryTimeInformation/PackageBillType', rating.billTypes),
  inRating('RatedShipment_TimeInTransit/AutoDutyCode', rating.dutyTypes),
  inRating('RateResponse_RatedShipment/RatingMethod', rating.ratingMethods),
  inRating('RateResponse_RatedShipment/BillableWeightCalculationMethod', rating.ratingMethods),
  inRating('HazMat_HazMatChemicalRecord/TransportationMode', dangerousGoods.ratingTransportationModes),
  inRating('HazMat_HazMatChemicalRecord/RegulationSet', dangerousGoods.shippingRegulationSets),
  inPickup('PickupRateRequest/ServiceDateOption', pickup.dateOptions),
  inPickup('PickupRateResponse_RateResult/RateType', pickup.rateTypes),
  inPickup('RateResult_ChargeDetail/ChargeCode', pickup.chargeCodes, { beside: ['TYPE'] }),
  inPickup('PickupCancelResponse_GWNStatus/Code', pickup.smartStatuses),
  inPickup('PickupPendingStatusResponse_PendingStatus/PickupStatusMessage', pickup.onCallStatuses),
  inPickup('PickupPendingStatusResponse_PendingStatus/BillingCode', pickup.billingCodes),
  inPickup('PickupTriggerGWNResponse_TriggerStatus/Code', pickup.triggerStatuses, { beside: ['NEW'] }),
  inPickup('PickupCreationRequest_PickupPiece/ContainerCode', pickup.containers),
  inPickup('PickupCreationRequest/PaymentMethod', pickup.paymentMethods),
  inPickup('PickupCreationRequest/ServiceCategory', pickup.serviceCategories),
  inPickup('PickupCreationRequest/CashType', pickup.cashTypes),
  inPickup('PickupCreationResponse_RateStatus/Code', pickup.rateStatuses),
  inPickup('RateResult_Disclaimer/Code', pickup.disclaimers),
  inPickup('PickupRateRequest/RateChartType', rating.rateCharts),
  inLocator('SearchOption_OptionType/Code', locator.optionTypes),
  inLocator('SearchOption_Relation/Code', locator.relations),
  inLocator('LocatorRequest/SearchOptionCode', locator.searchOptions),
  inLocator('LocatorRequest_SortCriteria/SortType', locator.sortTypes),
  inLocator('LocatorRequest_UnitOfMeasurement/Code', locator.distanceUnits),
  inLocator('ServiceSearch_ServiceCode/Code', locator.searchedServices),
  inLocator('ServiceSearch_ServiceOptionCode/Code', locator.searchedServiceOptions),
  inLocator(
    'LocationSearchCriteria_FreightWillCallSearch/FreightWillCallRequestType',
    locator.freightSearches,
  ),
  inLocator('LocationSearchCriteria_FreightWillCallSearch/OriginOrDestination', locator.facilityEnds),
  inLocator('LocationSearchCriteria_FreightWillCallSearch/FormatPostalCode', locator.postalCodeFormats),
  inLocator('LocationSearchCriteria_OpenTimeCriteria/DayOfWeekCode', locator.weekdays),
  inLocator('OperatingHours_StandardHours/HoursType', locator.hoursTypes),
  inLocator('AccessPointInformation_AccessPointStatus/Code', locator.accessPointStatuses),
  inLocator('ServiceOfferingList_ServiceOffering/Code', locator.serviceOfferings),
  inLocator('LocationAttribute_OptionCode/Category', locator.serviceCategories),
  inLocator('DCRAvailability_UnavailableReason/Code', locator.unavailableReasons),
  inGoods(
    'ChemicalData_PackageQuantityLimitDetail/PackageQuantityLimitTypeCode',
    dangerousGoods.quantityLimits,
  ),
  inGoods('ChemicalData_ChemicalDetail/TransportCategory', dangerousGoods.transportCategories),
  inGoods('Package_ChemicalRecord/CommodityRegulatedLevelCode', dangerousGoods.regulatedLevels),
  inTransit('TimeInTransitRequest/residentialIndicator', timeInTransit.residences),
  inTransit('emsResponse/billType', timeInTransit.billTypes),
  inTransit('emsResponse/dutyType', rating.dutyTypes),
  inTransit('TimeInTransitRequest/dropOffAtFacilityIndicator', timeInTransit.originHandovers),
  inTransit('TimeInTransitRequest/holdForPickupIndicator', timeInTransit.destinationHandovers),
  inTransit('TimeInTransitRequest/premierIndicator', timeInTransit.premierTimes),
  of('AddressValidation.yaml')('XAVResponse_AddressClassification/Code', addressStreet.classifications),
  of('Tracking.yaml')('DeliveryDate/type', tracking.deliveryDateTypes),
  of('Tracking.yaml')('DeliveryTime/type', tracking.deliveryTimeTypes),
  of('Paperless.yaml')('UploadRequest_UserCreatedForm/UserCreatedFormDocumentType', paperless.documentTypes),
  of('Paperless.yaml')('PushToImageRepositoryRequest/ShipmentType', paperless.shipmentTypes),
  of('LandedCost.yaml')('LandedCostRequest_Shipment/incoterms', trade.incoterms),
  inAssure('ShipmentRequest/transModes', trade.transportModes),
  inAssure('ShipmentRequest/shipmentType', trade.complianceShipmentTypes),
  inAssure('ShipmentRequest/grossWeightUnit', trade.weightUnits),
  inAssure('ComplianceDetails/categoryType', trade.complianceCategories),
  inAssure('ControlTypes/isRequired', trade.controlNeeds),
  inAssure('ErrorCode/type', trade.complianceChecks),
  inAssure('TranslationLocale', trade.translationLocales),
  inAssure('ShipmentItemsRequest/UOM', trade.quantityUnits),
];

const folder = join(
  process.env.LADING_SHARED ?? resolve(import.meta.dirname, '../../../../shared'),
  'contract',
);
const isThere = existsSync(join(folder, 'Shipping.yaml'));

describe.skipIf(!isThere)('the code tables beside the carrier’s files', () => {
  it.each(rows)('$file $at', ({ file, at, table, beside = [], absent = [] }) => {
    const codes = Object.keys(table).filter((code) => !absent.includes(code));
    const listed = valuesAt(file, at).filter((code) => !beside.includes(code));
    expect([...new Set(listed)].sort()).toEqual(codes.sort());
  });
});

it.runIf(!isThere)('skipped: the carrier’s files are not here (LADING_SHARED or ../shared)', () => {
  expect(isThere).toBe(false);
});

const sheet = join(folder, '../data/ups-codes/status-description-codes.tsv');

describe.skipIf(!existsSync(sheet))('the tracking statuses beside the carrier’s table', () => {
  it('are the same numbers, and say the same thing where the table does', () => {
    const [, ...lines] = readFileSync(sheet, 'utf8').trim().split(/\r?\n/);
    const theirs = new Map(
      lines.map((line) => line.split('\t')).map(([code = '', text = '']) => [code.padStart(3, '0'), text]),
    );
    expect(Object.keys(statusCodes).sort()).toEqual([...theirs.keys()].sort());
    const ours = new Map(
      [...theirs].map(([code, text]) => [text, statusCodes[code as keyof typeof statusCodes].en]),
    );
    for (const [code, { en }] of Object.entries(statusCodes))
      expect([code, en]).toEqual([code, ours.get(theirs.get(code) ?? '')]);
  });
});

const exceptions = join(folder, '../data/ups-codes/exception-codes.tsv');

describe.skipIf(!existsSync(exceptions))('the exceptions beside the carrier’s table', () => {
  it('are codes of the table, each in one family', () => {
    const theirs = new Set(
      readFileSync(exceptions, 'utf8')
        .split(/\r?\n/)
        .map((line) => line.split('\t')[0]),
    );
    const ours = Object.values(exceptionFamilies).flatMap((family) => Object.keys(family));
    expect(ours.length).toBeGreaterThan(50);
    expect(ours.filter((code) => !theirs.has(code))).toEqual([]);
    expect(new Set(ours).size).toBe(ours.length);
  });
});

const parsed = new Map<string, unknown>();

function schemasOf(file: string): unknown {
  if (!parsed.has(file)) {
    const root: unknown = parse(readFileSync(join(folder, file), 'utf8'), { version: '1.2' });
    parsed.set(file, member(member(root, 'components'), 'schemas'));
  }
  return parsed.get(file);
}

function member(node: unknown, name: string): unknown {
  if (!isObject(node) || !(name in node)) throw new TypeError(`the file has no ${name}`);
  return node[name];
}

function valuesAt(file: string, at: string): string[] {
  const [schema = '', ...names] = at.split('/');
  const found = names.reduce(
    (node, name) => member(member(node, 'properties'), name),
    member(schemasOf(file), schema),
  );
  const items = isObject(found) && isObject(found.items) ? found.items : found;
  if (!isObject(items) || !isObject(found)) throw new TypeError(`${at} is no schema`);
  if (Array.isArray(items.enum))
    return items.enum.filter((value): value is string => typeof value === 'string');
  return codesIn(String(found.description ?? items.description));
}

/** A code before `=`, a dash or a colon; the carrier's texts glue items together, so what stands before is open. */
const CODE =
  /(?<![0-9A-Z.])['"(]?([0-9]{1,4}[abc]?|(?:LTD|COMAT) [A-Z]{3}|[A-Z]{1,5}[0-9]?|(?<![A-Za-z])[a-z]{3}(?=\s*=))['"]?\s*(?:=|[-–]+|:)\s*(?=['"]?[A-Za-z0-9])/g;

function codesIn(description: string): string[] {
  return [...description.matchAll(CODE)].map(([, code]) => code ?? '');
}
