/** What a generated request leans on: the day it is asked, and an account that the credentials reach. */
export interface Setting {
  readonly now: Date;
  readonly account: string;
}

/** Meaningful texts for members by their name, or by the end of their path where a name means several things. */
export type Meanings = ReadonlyMap<string, readonly string[]>;

const DAY_MS = 86_400_000;

export function dayOf(now: Date, days: number): string {
  return new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10);
}

/** `YYYYMMDD`. */
export function stampOf(now: Date, days: number): string {
  return dayOf(now, days).replaceAll('-', '');
}

/** `YYYYMMDDHHmmss`. */
export function momentOf(now: Date, days: number): string {
  return new Date(now.getTime() + days * DAY_MS).toISOString().replaceAll(/\D/g, '').slice(0, 14);
}

/** Values that random letters would never hit; every API's requests are grown with them. */
export function meaningsFor({ now, account }: Setting): Meanings {
  const [today, soon] = [stampOf(now, 0), stampOf(now, 3)];
  const table: Readonly<Record<string, readonly string[]>> = {
    CountryCode: ['US', 'CA', 'DE', 'PR', 'MX'],
    OriginCountryCode: ['US'],
    StateProvinceCode: ['MD', 'GA', 'NY', 'CA'],
    PoliticalDivision1: ['MD', 'GA', 'NY', 'CA'],
    PoliticalDivision2: ['TIMONIUM', 'ALPHARETTA', 'NEW YORK', 'ALISO VIEJO'],
    City: ['TIMONIUM', 'ALPHARETTA', 'NEW YORK'],
    PostalCode: ['21093', '30005', '10001'],
    PostcodePrimaryLow: ['21093', '30005', '10001'],
    PostcodeExtendedLow: ['1234'],
    CurrencyCode: ['USD', 'CAD', 'EUR'],
    MonetaryValue: ['1.00', '100', '2500.50'],
    Weight: ['1', '5.5', '20', '70'],
    Length: ['5', '10', '30'],
    Width: ['5', '10', '20'],
    Height: ['5', '10', '15'],
    NumOfPieces: ['1', '2'],
    ShipperNumber: [account],
    AccountNumber: [account],
    Date: [today, soon],
    PickupDate: [today, soon],
    ShipDate: [today, soon],
    Time: ['0900', '1700'],
    'UnitOfMeasurement/Code': ['LBS', 'KGS', 'IN', 'CM'],
    'PackageWeight/UnitOfMeasurement/Code': ['LBS', 'KGS'],
    'Dimensions/UnitOfMeasurement/Code': ['IN', 'CM'],
    'Service/Code': ['01', '02', '03', '11', '12', '65'],
    'PackagingType/Code': ['02', '01', '21'],
    'PickupType/Code': ['01', '03', '06'],
    'CustomerClassification/Code': ['00', '01', '04'],
    'ShipmentCharge/Type': ['01', '02'],
    CustomerContext: ['a note that comes back', 'é', '0'],
    SubVersion: ['1601', '1701', '2205', '2409'],
    RequestAction: ['QVEvents'],
    BeginDateTime: [momentOf(now, -3), momentOf(now, -6)],
    EndDateTime: [momentOf(now, 0), momentOf(now, -1)],
    Name: ['Outbound', 'Harbour Tools'],
    shipDate: [dayOf(now, 0), dayOf(now, 1)],
    shipTime: ['10:00:00', '17:30:00'],
    weightUnitOfMeasure: ['LBS', 'KGS'],
    shipmentContentsCurrencyCode: ['USD', 'EUR'],
    billType: ['02', '03', '04'],
    residentialIndicator: ['01', '02'],
    originCountryCode: ['US', 'DE'],
    destinationCountryCode: ['US', 'CA'],
    originPostalCode: ['21093', '10001'],
    destinationPostalCode: ['30005', '10001'],
  };
  return new Map(Object.entries(table));
}

/** The values for a member: those of the longest end of its path that the table knows. */
export function meaningOf(meanings: Meanings, path: string): readonly string[] | undefined {
  const names = path.split('/');
  for (let from = 0; from < names.length; from += 1) {
    const known = meanings.get(names.slice(from).join('/'));
    if (known) return known;
  }
  return undefined;
}
