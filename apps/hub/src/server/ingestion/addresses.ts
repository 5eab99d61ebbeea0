import type { PartyFacts, PlaceFacts } from './facts.ts';
import { below, compact, type Fields, objectsBelow, textBelow } from './fields.ts';

/** A party of the manifest: names beside an address of up to three lines. */
export function partyOf(party: Fields, nameMembers: readonly string[]): PartyFacts | undefined {
  const address = below(party, 'Address');
  return compact<PartyFacts>({
    name: firstText(nameMembers, party, address),
    attention: textBelow(party, 'AttentionName'),
    lines: texts(address, ['AddressLine1', 'AddressLine2', 'AddressLine3']),
    city: textBelow(address, 'City'),
    region: upper(textBelow(address, 'StateProvinceCode')),
    postalCode: textBelow(address, 'PostalCode'),
    country: upper(textBelow(address, 'CountryCode')),
  });
}

/** An address taken apart into street number, name and the like. */
export function artifactOf(artifact: Fields): PartyFacts | undefined {
  const street = texts(artifact, [
    'StreetNumberLow',
    'StreetPrefix',
    'StreetName',
    'StreetType',
    'StreetSuffix',
  ]);
  const extended = objectsBelow(artifact, 'AddressExtendedInformation').map((one) =>
    texts(one, ['Type', 'Low', 'High']).join(' '),
  );
  const lines = [street.join(' '), ...texts(artifact, ['BuildingName']), ...extended];
  return compact<PartyFacts>({
    name: textBelow(artifact, 'ConsigneeName'),
    lines: lines.filter((line) => line !== ''),
    city: textBelow(artifact, 'PoliticalDivision2') ?? textBelow(artifact, 'PoliticalDivision3'),
    region: upper(textBelow(artifact, 'PoliticalDivision1')),
    postalCode: texts(artifact, ['PostcodePrimaryLow', 'PostcodeExtendedLow']).join('-') || undefined,
    country: upper(textBelow(artifact, 'CountryCode')),
  });
}

/** Where a scan happened. */
export function activityPlace(record: Fields): PlaceFacts | undefined {
  const artifact = below(below(record, 'ActivityLocation'), 'AddressArtifactFormat');
  return compact<PlaceFacts>({
    city: textBelow(artifact, 'PoliticalDivision2'),
    region: upper(textBelow(artifact, 'PoliticalDivision1')),
    country: upper(textBelow(artifact, 'CountryCode')),
  });
}

function firstText(members: readonly string[], ...objects: readonly Fields[]): string | undefined {
  for (const member of members) {
    for (const object of objects) {
      const text = textBelow(object, member);
      if (text !== undefined) return text;
    }
  }
  return undefined;
}

function texts(fields: Fields, members: readonly string[]): string[] {
  const found: string[] = [];
  for (const member of members) {
    const text = textBelow(fields, member);
    if (text !== undefined) found.push(text);
  }
  return found;
}

function upper(text: string | undefined): string | undefined {
  return text?.toUpperCase();
}
