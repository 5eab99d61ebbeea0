import { type GeonamesFault, readGeonamesLine } from '@lading/carrier/places/geonames';
import { type PlaceRow, packPlaces } from '@lading/carrier/places/table';
import type { Importer } from '@lading/kit/reference/importer';
import { linesOf } from '@lading/kit/reference/lines';
import { defineTexts, type Text } from '@lading/kit/text';

/** Postal codes of one or more countries, from GeoNames; one table per country. */
export const placesImporter: Importer = {
  kind: 'places',
  takes: {
    en: 'GeoNames postal-code files (US.txt, PR.txt, CA.txt, allCountries.txt)',
    fr: 'fichiers de codes postaux de GeoNames (US.txt, PR.txt, CA.txt, allCountries.txt)',
  },
  recognises: ({ head }) => {
    const [first = ''] = new TextDecoder().decode(head.subarray(0, 1000)).split('\n');
    return 'row' in readGeonamesLine(first.replace(/\r$/, ''));
  },
  read: async (file, faults) => {
    const countries = new Map<string, PlaceRow[]>();
    for await (const { number, text } of linesOf(file)) {
      if (text === '') continue;
      const line = readGeonamesLine(text);
      if ('fault' in line) {
        faults.add(number, faultTexts[line.fault]);
        continue;
      }
      const rows = countries.get(line.country);
      if (rows) rows.push(line.row);
      else countries.set(line.country, [line.row]);
    }
    return [...countries].map(([key, rows]) => ({
      key,
      records: rows.length,
      bytes: new TextEncoder().encode(packPlaces(rows)),
    }));
  },
};

const faultTexts: Readonly<Record<GeonamesFault, Text>> = defineTexts({
  columns: {
    en: 'a postal code needs 12 columns between tabs',
    fr: 'un code postal exige 12 colonnes séparées par des tabulations',
  },
  country: { en: 'the country is not two letters', fr: 'le pays ne compte pas deux lettres' },
  code: { en: 'the postal code is empty or malformed', fr: 'le code postal est vide ou mal formé' },
  place: { en: 'the place has no name', fr: 'le lieu n’a pas de nom' },
  position: {
    en: 'latitude or longitude is no number of degrees',
    fr: 'la latitude ou la longitude n’est pas un nombre de degrés',
  },
});
