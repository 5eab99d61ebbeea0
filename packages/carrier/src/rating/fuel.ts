import { type FuelKind, fuelRates } from './data/fuel-rates.ts';
import { inForce } from './dated.ts';
import type { ChargeLine } from './lines.ts';
import { shareOf, splitEvenly, sumOf } from './money.ts';
import type { Rated } from './priced.ts';

/**
 * Fuel on base, residential and delivery area, never on declared value or options: true on twelve recorded prices.
 * One line a parcel; what the shipment pays as a whole is shared out among its parcels first.
 */
export function fuelLines(rated: Rated, lines: readonly ChargeLine[]): ChargeLine[] {
  const bps = inForce(fuelRates[fuelKindOf(rated)], rated.question.day);
  const carrying = lines.filter(({ carriesFuel }) => carriesFuel);
  if (lines.some(({ code, parcel }) => code === '' && parcel === null))
    return fuelOn(sumOf(carrying.map(({ cents }) => cents)), bps, null);
  const parcels = rated.question.parcels.length;
  const ofShipment = carrying.filter(({ parcel }) => parcel === null).map(({ cents }) => cents);
  const bases = splitEvenly(sumOf(ofShipment), parcels);
  for (const { parcel, cents } of carrying) {
    if (parcel !== null) bases[parcel] = (bases[parcel] ?? 0) + cents;
  }
  return bases.flatMap((base, parcel) => fuelOn(base, bps, parcel));
}

function fuelOn(base: number, bps: number, parcel: number | null): ChargeLine[] {
  if (base === 0) return [];
  const rule = { name: 'fuel', from: { base, bps } } as const;
  const cents = shareOf(base, bps);
  return [{ code: '375', cents, parcel, isTransportation: true, carriesFuel: false, rule }];
}

function fuelKindOf({ service, zone }: Rated): FuelKind {
  if (service === '03' || service === '11') return 'ground';
  return zone.startsWith('9') ? 'abroad' : 'air';
}
