import { rememberingLast } from '../memo.ts';
import { distanceKm, type Position } from '../network/facilities.ts';
import { countryCentres } from './data/country-centres.ts';
import { zip3PointRows } from './data/zip3-points.ts';
import { type Lane, type LaneEnd, regionOf, zip3Of } from './lane.ts';

const MILES_PER_KM = 0.621_371;

let zip3Points: ReadonlyMap<string, Position> | undefined;

/** Whether the contiguous United States use that three-digit ZIP area. */
export function isZip3InUse(zip3: string): boolean {
  return pointsOfZip3().has(zip3);
}

/**
 * The point from which the model measures, the same object every time: that of the ZIP area, of the Canadian province
 * or of the country; null where none is known.
 */
export function pointOf(end: LaneEnd): Position | null {
  const region = regionOf(end);
  if (region === 'contiguous') return pointsOfZip3().get(zip3Of(end)) ?? null;
  if (region === 'canada') return canadianPoint(end);
  return centreOf(region === 'abroad' ? end.country : overseasName[region]);
}

/** Great-circle miles between the model's points of a lane's ends; null where one is unknown. */
export const milesOf: (lane: Lane) => number | null = rememberingLast(({ from, to }) => {
  const [start, end] = [pointOf(from), pointOf(to)];
  return start === null || end === null ? null : distanceKm(start, end) * MILES_PER_KM;
});

const overseasName = { alaska: 'US-AK', hawaii: 'US-HI', 'puerto-rico': 'PR' } as const;

/** By the first letter of the postal code, which names the province or a part of it, else by the province. */
function canadianPoint(end: LaneEnd): Position | null {
  const letter = end.postalCode.trim().charAt(0).toUpperCase();
  return centreOf(`CA-${letter}`) ?? centreOf(`CA-${letterOfProvince[end.state] ?? ''}`);
}

const letterOfProvince: Readonly<Record<string, string>> = {
  ...{
    NL: 'A',
    NS: 'B',
    PE: 'C',
    NB: 'E',
    QC: 'H',
    ON: 'L',
    MB: 'R',
    SK: 'S',
    AB: 'T',
    BC: 'V',
    NT: 'X',
    NU: 'X',
  },
  YT: 'Y',
};

const centres: ReadonlyMap<string, Position> = new Map(
  Object.entries(countryCentres).map(([name, [latitude, longitude]]) => [name, { latitude, longitude }]),
);

function centreOf(name: string): Position | null {
  return centres.get(name) ?? null;
}

function pointsOfZip3(): ReadonlyMap<string, Position> {
  zip3Points ??= new Map(zip3PointRows.trim().split('\n').flatMap(pointsOfRow));
  return zip3Points;
}

function pointsOfRow(row: string): [string, Position][] {
  const [prefix = '', ...cells] = row.split(' ');
  return cells.flatMap((cell, digit): [string, Position][] => {
    const [north, west] = cell.split(',').map(Number);
    if (north === undefined || west === undefined) return [];
    return [[`${prefix}${digit}`, { latitude: north / 100, longitude: -west / 100 }]];
  });
}
