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
  const isWhole = lines.some(({ code, parcel }) => code === '' && parcel === null);
  if (isWhole) return linesFor([sumOf(carrying(lines, null, true))], bps, true);
  const parcels = rated.question.parcels.length;
  const shared = splitEvenly(sumOf(carrying(lines, null, false)), parcels);
  const bases = shared.map((cents, index) => cents + sumOf(carrying(lines, index, false)));
  return linesFor(bases, bps, false);
}

function linesFor(bases: readonly number[], bps: number, isWhole: boolean): ChargeLine[] {
  return bases.flatMap((base, index) => {
    if (base === 0) return [];
    const rule = { name: 'fuel', from: { base, bps } } as const;
    const cents = shareOf(base, bps);
    return [
      {
        code: '375',
        cents,
        parcel: isWhole ? null : index,
        isTransportation: true,
        carriesFuel: false,
        rule,
      },
    ];
  });
}

function carrying(lines: readonly ChargeLine[], parcel: number | null, all: boolean): number[] {
  return lines
    .filter((line) => line.carriesFuel && (all || line.parcel === parcel))
    .map(({ cents }) => cents);
}

function fuelKindOf({ service, zone }: Rated): FuelKind {
  if (service === '03' || service === '11') return 'ground';
  return zone.startsWith('9') ? 'abroad' : 'air';
}
