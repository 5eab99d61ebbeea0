import type { Deviation } from '../deviation.ts';
import { sources } from '../stated.ts';

const file = sources.file('Locator.yaml');

/** Every difference between `schema.ts` and the carrier's Locator.yaml; a test finds them all again. */
export const deviations: readonly Deviation[] = Object.freeze([
  {
    aspect: 'required',
    paths: [
      'LocatorRequest/OriginAddress/AddressKeyFormat/AddressLine',
      'LocatorRequest/OriginAddress/AddressKeyFormat/PoliticalDivision1',
      'LocatorRequest/OriginAddress/AddressKeyFormat/PoliticalDivision2',
      'LocatorRequest/OriginAddress/AddressKeyFormat/PostcodePrimaryLow',
    ],
    why: 'A place can be given by its coordinates or identifier, or by a part of its address, as the file’s text says.',
    ...file,
  },
  {
    aspect: 'required',
    paths: [
      'LocatorResponse/SearchResults/DropLocation/IVR',
      'LocatorResponse/SearchResults/DropLocation/OriginOrDestination',
    ],
    why: 'They belong to freight facilities and voice menus; most locations have neither.',
    ...file,
  },
] as const);
