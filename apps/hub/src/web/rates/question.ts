import type { RateParcel, RatePlace, RateQuestion } from '../../api/rates.ts';

/** What stands in the form: text, as typed. */
export interface DraftParcel {
  readonly key: number;
  readonly weight: string;
  readonly length: string;
  readonly width: string;
  readonly height: string;
}

export interface Draft {
  readonly from: RatePlace;
  readonly to: RatePlace;
  readonly isResidential: boolean;
  readonly units: RateQuestion['units'];
  readonly parcels: readonly DraftParcel[];
}

export function newParcel(key: number): DraftParcel {
  return { key, weight: '', length: '', width: '', height: '' };
}

export function newDraft(country: string): Draft {
  const place = { postalCode: '', city: '', region: '', country };
  return { from: place, to: place, isResidential: false, units: 'metric', parcels: [newParcel(1)] };
}

/** The question of a filled form; a comma is a decimal point in French. */
export function questionOf({ from, to, isResidential, units, parcels }: Draft): RateQuestion {
  return { from: placeOf(from), to: placeOf(to), isResidential, units, parcels: parcels.map(parcelOf) };
}

export function placeOf({ postalCode, city, region, country }: RatePlace): RatePlace {
  return {
    postalCode: postalCode.trim(),
    ...(city?.trim() ? { city: city.trim() } : {}),
    ...(region?.trim() ? { region: region.trim() } : {}),
    country,
  };
}

function parcelOf({ weight, length, width, height }: DraftParcel): RateParcel {
  const sizes = [length, width, height].map(numberOf);
  const [long = 0, wide = 0, high = 0] = sizes;
  const hasSize = sizes.every((size) => size > 0);
  return { weight: numberOf(weight), ...(hasSize ? { length: long, width: wide, height: high } : {}) };
}

function numberOf(typed: string): number {
  return Number(typed.trim().replace(',', '.'));
}
