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
  if (lines.some(({ code, parcel }) => code === '' && parcel === null)) {
    const base = sumOf(carrying.map(({ cents }) => cents));
    return base === 0 ? [] : [fuelLine(base, bps, null)];
  }
  const ofShipment = carrying.filter(({ parcel }) => parcel === null).map(({ cents }) => cents);
  const bases = splitEvenly(sumOf(ofShipment), rated.question.parcels.length);
  for (const { parcel, cents } of carrying) {
    if (parcel !== null) bases[parcel] = (bases[parcel] ?? 0) + cents;
  }
  const fuel: ChargeLine[] = [];
  for (const [parcel, base] of bases.entries()) if (base !== 0) fuel.push(fuelLine(base, bps, parcel));
  return fuel;
}

function fuelLine(base: number, bps: number, parcel: number | null): ChargeLine {
  const rule = { name: 'fuel', from: { base, bps } } as const;
  const cents = shareOf(base, bps);
  return { code: '375', cents, parcel, isTransportation: true, carriesFuel: false, rule };
}

function fuelKindOf({ service, zone }: Rated): FuelKind {
  if (service === '03' || service === '11') return 'ground';
  return zone.startsWith('9') ? 'abroad' : 'air';
}
