import { dayText, timeText } from '../network/zones.ts';
import { type Form, forms } from './forms.ts';
import { billTo, dueSecond, numbered, type WireObject } from './parts.ts';
import type { AccessPoint, Parcel, Party, Shipment } from './shipment.ts';
import { dimensionalWeightText, moneyText, serviceText, shorten } from './texts.ts';

const INCHES_PER_POUND = 139;
const CENTIMETRES_PER_KILOGRAM = 5000;

/** What a shipper transmits at the end of the day, with all parcels of the shipment. */
export function manifestRecord(
  shipment: Shipment,
  sent: { readonly date: string; readonly time: string },
  form: Form = forms.observed,
): WireObject {
  return {
    Shipper: shipperOf(shipment, form),
    ShipTo: shipToOf(shipment.shipTo, form),
    ...(shipment.references.length > 0 ? { ReferenceNumber: numbered(shipment.references) } : {}),
    Service: { Code: serviceText(shipment.service) },
    PickupDate: dayText(shipment.pickupDay),
    ScheduledDeliveryDate: dayText(shipment.scheduledDay),
    ScheduledDeliveryTime: timeText(dueSecond(shipment)),
    DocumentsOnly: shipment.isDocument ? '1' : '3',
    Package: shipment.parcels.map((parcel) => packageOf(parcel, shipment, sent, form)),
    ...(shipment.wantsSaturday ? { ShipmentServiceOptions: { SaturdayDelivery: '' } } : {}),
    ...customsOf(shipment),
    ...(shipment.instructions === undefined
      ? {}
      : { SpecialInstructions: shipment.instructions.slice(0, 35) }),
    ShipmentChargeType: chargeTypes[shipment.billing.option],
    BillToAccount: billTo(shipment),
    ...payerOf(shipment),
    ...Object.fromEntries(shipment.accessorials.map((name) => [name, 'Y'])),
    ...accessPointOf(shipment.accessPoint, form),
    ...leadOf(shipment),
  };
}

const chargeTypes: Readonly<Record<Shipment['billing']['option'], string>> = {
  '01': 'P/P',
  '02': 'C/B',
  '03': 'T/P',
  '04': 'F/C',
};

function shipperOf({ shipper }: Shipment, form: Form): WireObject {
  return {
    Name: shipper.name.slice(0, 35),
    AttentionName: shipper.attention.slice(0, 35),
    PhoneNumber: shipper.phone.slice(0, 15),
    ShipperNumber: shipper.account,
    ...emailOf(shipper),
    Address: { ...addressOf(shipper, form), ...(shipper.isHome ? { ResidentialAddressIndicator: '' } : {}) },
  };
}

function shipToOf(party: Party, form: Form): WireObject {
  return {
    ...(party.isHome ? {} : { CompanyName: party.name.slice(0, 35) }),
    AttentionName: party.attention.slice(0, 35),
    PhoneNumber: party.phone.slice(0, 15),
    ...emailOf(party),
    Address: { ConsigneeName: party.name.slice(0, 35), ...addressOf(party, form) },
    ...(party.locationId === undefined
      ? {}
      : { LocationID: party.locationId.slice(0, 10), ReceivingAddressName: party.name.slice(0, 35) }),
  };
}

function emailOf({ email }: Party): WireObject {
  const address = shorten(email, 50);
  return address === undefined ? {} : { EMailAddress: address };
}

/** An address as three lines and a city. */
function addressOf(
  party: Omit<Party, 'name' | 'attention' | 'phone' | 'isHome'> | AccessPoint,
  form: Form,
): WireObject {
  const line2 = 'line2' in party ? shorten(party.line2, 35) : undefined;
  return {
    AddressLine1: party.line1.slice(0, 35),
    ...(line2 === undefined ? {} : { AddressLine2: line2 }),
    City: party.city.slice(0, 30),
    ...(party.state === '' ? {} : { StateProvinceCode: party.state.slice(0, 5) }),
    PostalCode: form.postalCode(party.postalCode),
    CountryCode: party.country,
  };
}

function packageOf(
  parcel: Parcel,
  shipment: Shipment,
  sent: { date: string; time: string },
  form: Form,
): WireObject {
  return {
    Activity: [{ Date: sent.date, Time: sent.time }],
    Description: parcel.description.slice(0, 120),
    Dimensions: dimensionsOf(parcel, form),
    DimensionalWeight: dimensionalWeightOf(parcel, shipment.isMetric),
    PackageWeight: { Weight: form.weight(parcel.weightTenths) },
    ...largeOf(parcel, shipment.isMetric),
    TrackingNumber: parcel.trackingNumber,
    ...(parcel.references.length > 0 ? { ReferenceNumber: numbered(parcel.references) } : {}),
    PackageServiceOptions: optionsOf(parcel, form),
  };
}

function dimensionsOf({ dimensions: [length, width, height] }: Parcel, form: Form): WireObject {
  return {
    Length: form.dimension('Length', length),
    Width: form.dimension('Width', width),
    Height: form.dimension('Height', height),
  };
}

function dimensionalWeightOf({ dimensions: [length, width, height] }: Parcel, isMetric: boolean): WireObject {
  const divisor = isMetric ? CENTIMETRES_PER_KILOGRAM : INCHES_PER_POUND;
  return {
    UnitOfMeasurement: { Code: isMetric ? 'KGS' : 'LBS' },
    Weight: dimensionalWeightText((length * width * height) / divisor),
  };
}

/** Longer than 96 inches, or length and girth together over 130: a large package. */
function largeOf({ dimensions: [length, width, height] }: Parcel, isMetric: boolean): WireObject {
  const inch = isMetric ? 2.54 : 1;
  const isLarge = length > 96 * inch || length + 2 * (width + height) > 130 * inch;
  return isLarge ? { LargePackage: '4' } : {};
}

function optionsOf({ cod, declaredValue, isHazardous }: Parcel, form: Form): WireObject {
  const amount = cod && { CurrencyCode: cod.currency, MonetaryValue: moneyText(cod) };
  return {
    ...form.collect(amount && { CODCode: '1', CODAmount: amount }),
    ...(declaredValue === undefined ? {} : { InsuredValue: { MonetaryValue: moneyText(declaredValue) } }),
    ...(isHazardous === true ? { HazardousMaterialsCode: '1' } : {}),
  };
}

function customsOf({ customs }: Shipment): WireObject {
  if (customs === undefined) return {};
  return {
    ManufactureCountry: customs.madeIn,
    HarmonizedCode: customs.harmonizedCode,
    CustomsValue: { MonetaryValue: moneyText(customs.value) },
  };
}

function payerOf({ billing }: Shipment): WireObject {
  if (billing.option === '02') return { ConsigneeBillIndicator: '' };
  return billing.option === '04' ? { CollectBillIndicator: '' } : {};
}

function accessPointOf(point: AccessPoint | undefined, form: Form): WireObject {
  if (point === undefined) return {};
  return {
    HoldForPickupAtUPSAccessPoint: 'Y',
    UAPAddress: { CompanyName: point.name.slice(0, 35), Address: addressOf(point, form) },
  };
}

/** Shipments of several parcels name the first. */
function leadOf({ parcels }: Shipment): WireObject {
  const lead = parcels[0];
  return parcels.length > 1 && lead !== undefined ? { LeadShipmentTrackingNumber: lead.trackingNumber } : {};
}
