import type { WireObject } from './parts.ts';
import { dimensionText, weightText } from './texts.ts';

/** The values that recorded answers write otherwise than the carrier's published file says. */
export interface Form {
  /** A side of a parcel, in whole inches or centimetres. */
  dimension(side: 'Length' | 'Width' | 'Height', size: number): string;
  /** Tenths of a pound or kilogram. */
  weight(tenths: number): string;
  postalCode(code: string): string;
  /** The member `COD`; an empty text or nothing at all where nothing is to be collected. */
  collect(cod: WireObject | undefined): { readonly COD?: WireObject | '' };
  /** The text of an error. */
  errorText(text: string): string;
}

const SIDES = { Length: 3, Width: 9, Height: 9 } as const;

/** By the profile of a world; the differences stand in the contract's list of deviations, with their sources. */
export const forms: Readonly<Record<'observed' | 'published', Form>> = {
  observed: {
    dimension: (_side, size) => dimensionText(size),
    weight: weightText,
    postalCode: (code) => code.replace(/\s/g, '').slice(0, 10),
    collect: (cod) => ({ COD: cod ?? '' }),
    errorText: (text) => text.slice(0, 512),
  },
  published: {
    dimension: (side, size) => String(Math.round(size)).padStart(SIDES[side], '0').slice(-SIDES[side]),
    weight: (tenths) => (tenths / 10).toFixed(1).padStart(6, '0').slice(-6),
    postalCode: (code) => code.replace(/[\s-]/g, '').slice(0, 9),
    collect: (cod) => (cod === undefined ? {} : { COD: cod }),
    errorText: (text) => text.slice(0, 50),
  },
};
