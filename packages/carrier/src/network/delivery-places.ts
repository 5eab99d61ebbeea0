import { pick, type Random } from '../random.ts';

export interface DeliveryPlace {
  readonly code: string;
  readonly text: string;
}

/** Where drivers leave parcels. Append only: journals name one by its place. */
export const deliveryPlaces: readonly DeliveryPlace[] = [
  { code: 'MQ', text: 'PORCH' },
  { code: 'M1', text: 'FRONT DOOR' },
  { code: 'MP', text: 'GARAGE' },
  { code: 'ML', text: 'BACK DOOR' },
  { code: 'M3', text: 'FRONT DESK' },
  { code: 'MG', text: 'RECEPTION' },
  { code: 'MD', text: 'DOCK' },
  { code: 'MO', text: 'OFFICE' },
  { code: 'MR', text: 'RECEIVER' },
];

/** Who signs; the first stands for nobody. Append only: journals name one by its place. */
export const signers: readonly string[] = (
  'DRIVER RELEASE,ALDEN,BEAUDOIN,BERGSTROM,BOUCHARD,CALDER,CHAN,CORMIER,DALY,DESROCHERS,DRUMMOND,ELLISON,FAIRCHILD,' +
  'FORTIN,GAGNON,GREER,HALVORSEN,HOLT,IBARRA,JANSEN,KEANE,KOVAC,LACHANCE,LANGLEY,LEMIEUX,MARLOWE,MCRAE,NADEAU,' +
  'NGUYEN,OKAFOR,ORTEGA,PARISE,PATEL,QUINLAN,RENAUD,ROSEN,SAVARD,SINGH,SORENSEN,TALBOT,THIBAULT,TRAN,URQUHART,' +
  'VARGA,VIENS,WALCOTT,WEISS,YARROW,ZELLER'
).split(',');

const HOME_PLACES = 4;
const SIGNER_BASE = 64;

/** A delivery place and a signer in one number, as plans carry it. */
export function drawHandover(random: Random, isHome: boolean): number {
  const options = isHome ? deliveryPlaces.slice(0, HOME_PLACES) : deliveryPlaces.slice(HOME_PLACES);
  const where = deliveryPlaces.indexOf(pick(random, options));
  const isReleased = isHome && random() < 0.85;
  const who = isReleased ? 0 : signers.indexOf(pick(random, signers.slice(1)));
  return where * SIGNER_BASE + who;
}

/** The same number for a place code and a signer; an unknown or absent one means the porch, and nobody. */
export function handoverDetail(placeCode: string | undefined, signedBy: string | undefined): number {
  const where = Math.max(
    0,
    deliveryPlaces.findIndex((one) => one.code === placeCode),
  );
  return where * SIGNER_BASE + Math.max(0, signers.indexOf(signedBy ?? ''));
}

export interface Handover {
  readonly where: DeliveryPlace;
  /** `DRIVER RELEASE` where nobody signed. */
  readonly signedBy: string;
  readonly isReleased: boolean;
}

/** Reads the number of `drawHandover`. */
export function handover(detail: number): Handover {
  const who = detail % SIGNER_BASE;
  const where = deliveryPlaces[Math.floor(detail / SIGNER_BASE)];
  const signedBy = signers[who];
  if (where === undefined || signedBy === undefined) throw new RangeError(`no handover ${detail}`);
  return { where, signedBy, isReleased: who === 0 };
}
