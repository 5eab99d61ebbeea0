/**
 * Calls as a program writes them. Every line below `@ts-expect-error` must not compile, every other one must: `npm run
 * check` holds them against our sources, the test of the packed SDK against the types that are published. Never run.
 */
import type { AddressValidationRequest, Client, RateRequest } from '../index.ts';

const address = {
  AddressKeyFormat: { AddressLine: ['1 Main St'], PostcodePrimaryLow: '30076', CountryCode: 'US' },
};
const party = { Address: { AddressLine: ['1 Main St'], City: 'Roswell', CountryCode: 'US' } };
const parcel = {
  PackagingType: { Code: '02' },
  PackageWeight: { UnitOfMeasurement: { Code: 'LBS', Description: 'Pounds' }, Weight: '7' },
};
const right: RateRequest = {
  RateRequest: { Request: {}, Shipment: { Shipper: party, ShipTo: party, Package: [parcel] } },
};

export async function membersOfRequests(ups: Client): Promise<void> {
  await ups.addressStreet.validate({ XAVRequest: address });
  // @ts-expect-error forgotten: the document's outer member
  await ups.addressStreet.validate(address);
  // @ts-expect-error forgotten: the country
  await ups.addressStreet.classify({ XAVRequest: { AddressKeyFormat: { AddressLine: ['1 Main St'] } } });
  const place = { XAVRequest: address };
  // @ts-expect-error wrong: no member is called so
  place.XAVRequest.AddressKeyFormat = { CountryCode: 'US', Town: 'Roswell' };
  const { AddressKeyFormat }: AddressValidationRequest['XAVRequest'] = address;
  // @ts-expect-error wrong: a text where the strict form has an array
  AddressKeyFormat.AddressLine = '1 Main St';
  await ups.rating.rate(right);
  // @ts-expect-error wrong: one package where the strict form has an array
  right.RateRequest.Shipment.Package = parcel;
  // @ts-expect-error wrong: a number where the carrier takes text
  right.RateRequest.Shipment.NumOfPieces = 7;
  // @ts-expect-error forgotten: the shipment
  await ups.rating.shop({ RateRequest: { Request: {} } });
}

export async function enumerations(ups: Client): Promise<void> {
  await ups.rating.rate(right, { version: 'v2409' });
  // @ts-expect-error no such version
  await ups.rating.rate(right, { version: 'v3' });
  // @ts-expect-error no such kind of pick-up
  await ups.pickup.pending('A1B2C3', { type: 'daily' });
  // @ts-expect-error no such kind of reference
  await ups.tracking.byReference('PO 7', { referenceKind: 'freight' });
  // @ts-expect-error tracking has one version only
  await ups.tracking.details('1Z12345E1512345676', { version: 'v1' });
  // @ts-expect-error no such option
  await ups.signatureTracking.proof('1Z12345E1512345676', { language: 'fr_CA' });
}

export async function callsWithoutTheirParts(ups: Client): Promise<void> {
  // @ts-expect-error forgotten: the account
  await ups.pickup.pending();
  // @ts-expect-error forgotten: the document
  await ups.paperless.delete({ shipperNumber: 'A1B2C3' });
  // @ts-expect-error forgotten: what is voided
  await ups.shipping.void({ trackingNumbers: ['1Z12345E1512345676'] });
  // @ts-expect-error dates are dates
  ups.quantumView.files({ from: '2026-11-20' });
  // @ts-expect-error no such operation
  await ups.shipping.confirm(right);
}

export async function answers(ups: Client): Promise<void> {
  const { RateResponse } = await ups.rating.rate(right);
  for (const { TotalCharges } of RateResponse.RatedShipment) TotalCharges.MonetaryValue.toUpperCase();
  // @ts-expect-error an array, although the carrier may send a single one
  RateResponse.RatedShipment.TotalCharges;
  // @ts-expect-error no member is called so
  RateResponse.Prices;
  const { trackResponse } = await ups.tracking.details('1Z12345E1512345676');
  // @ts-expect-error may be absent
  trackResponse.shipment;
}
