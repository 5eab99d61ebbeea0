import type { StreetAnswer } from '@lading/carrier/address-street/rules';
import type { Evidence } from '@lading/contract/operation';
import { defineTexts, type Text } from '@lading/kit/text';

export const notes = defineTexts({
  observed: {
    en: 'address-street: answered as a recording of the real service',
    fr: 'address-street : répondu comme un enregistrement du vrai service',
  },
  ranges: {
    en: 'address-street: held against the street ranges that were imported',
    fr: 'address-street : confronté aux plages de rues importées',
  },
  modelled: {
    en: 'address-street: no street ranges are loaded for this place, so every street that parses is taken to exist',
    fr: 'address-street : aucune plage de rues n’est chargée pour ce lieu; toute rue lisible est tenue pour existante',
  },
  extension: {
    en: 'address-street: the four digits behind the ZIP code are synthetic',
    fr: 'address-street : les quatre chiffres après le code ZIP sont synthétiques',
  },
  classification: {
    en: 'address-street: residential or commercial by unit, name and kind of street, else by lot',
    fr: 'address-street : résidentiel ou commercial selon l’unité, le nom et le genre de rue, sinon par tirage',
  },
  builtInPlaces: {
    en: 'address-city: places of the built-in table',
    fr: 'address-city : lieux de la table fournie',
  },
  importedPlaces: {
    en: 'address-city: places of the imported table',
    fr: 'address-city : lieux de la table importée',
  },
  cityOnly: {
    en: 'address-city: a range of ZIP codes shows its low end, or the code that was asked where it lies inside',
    fr: 'address-city : une plage de codes ZIP montre sa borne basse, ou le code demandé s’il s’y trouve',
  },
});

/** What a street answer stands on, and how well that is known. */
export const basisNotes: Readonly<Record<StreetAnswer['basis'], readonly [Text, Evidence]>> = {
  observed: [notes.observed, 'observed'],
  ranges: [notes.ranges, 'published'],
  modelled: [notes.modelled, 'invented'],
};
