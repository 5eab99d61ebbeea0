import { pickWeighted, type Random } from '../random.ts';

/** Where on its way a parcel can meet with it. */
export type Stage = 'transit' | 'import' | 'attempt' | 'address';

/** What it does to the parcel: comes later, goes to a corrected address, goes back, or is let go. */
export type Effect = 'delay' | 'correct-address' | 'return' | 'release';

/** One kind of exception, as the network meets it and as Quantum View words it. */
export interface Incident {
  /** Its number in plans and journals. */
  readonly index: number;
  readonly name: IncidentName;
  readonly stage: Stage;
  readonly effect: Effect;
  /** Business days that it costs; 0 where the parcel does not come at all. */
  readonly delayDays: number;
  readonly statusCode: string;
  readonly statusText: string;
  readonly reasonCode: string;
  readonly reasonText: string;
  readonly resolutionCode: string;
  readonly resolutionText: string;
}

export type IncidentName = (typeof incidentNames)[number];

/** In the order of their numbers. Append only: journals name an incident by its place. */
export const incidentNames = [
  'weather',
  'late-trailer',
  'one-day-delay',
  'mechanical-failure',
  'receiver-absent',
  'business-closed',
  'incorrect-address',
  'refused',
  'damaged',
  'customs-hold',
  'customs-release',
  'closed-again',
] as const;

const rescheduled = ['01', 'DELIVERY RESCHEDULED'] as const;
const corrected = ['02', 'ADDRESS CORRECTED'] as const;
const returned = ['03', 'RETURN TO SHIPPER'] as const;
const waiting = ['06', 'AWAITING INSTRUCTIONS'] as const;
const released = ['07', 'RELEASED'] as const;

type Wording = Omit<Incident, 'index' | 'name'>;

const wordings: Readonly<Record<IncidentName, Wording>> = {
  weather: wording(
    'transit',
    'delay',
    1,
    ['DJ', 'ADVERSE WEATHER CONDITIONS DELAY'],
    ['01', 'ADVERSE WEATHER'],
    rescheduled,
  ),
  'late-trailer': wording(
    'transit',
    'delay',
    1,
    ['17', 'A LATE TRAILER ARRIVAL HAS DELAYED DELIVERY'],
    ['09', 'LATE TRAILER'],
    rescheduled,
  ),
  'one-day-delay': wording(
    'transit',
    'delay',
    1,
    ['2Y', 'DELIVERY IS POSTPONED BY ONE BUSINESS DAY'],
    ['11', 'OPERATING CONDITIONS'],
    rescheduled,
  ),
  'mechanical-failure': wording(
    'transit',
    'delay',
    1,
    ['MF', 'A MECHANICAL FAILURE HAS CAUSED A DELAY'],
    ['08', 'MECHANICAL FAILURE'],
    rescheduled,
  ),
  'receiver-absent': wording(
    'attempt',
    'delay',
    1,
    ['48', 'RECEIVER NOT AVAILABLE ON THE 1ST DELIVERY ATTEMPT'],
    ['02', 'RECEIVER NOT IN'],
    rescheduled,
  ),
  'business-closed': wording(
    'attempt',
    'delay',
    1,
    ['C1', 'BUSINESS CLOSED ON THE 1ST DELIVERY ATTEMPT'],
    ['03', 'BUSINESS CLOSED'],
    rescheduled,
  ),
  'incorrect-address': wording(
    'address',
    'correct-address',
    1,
    ['IA', 'STREET NUMBER INCORRECT, ADDRESS CORRECTED'],
    ['04', 'INCORRECT ADDRESS'],
    corrected,
  ),
  refused: wording(
    'attempt',
    'return',
    0,
    ['RF', 'RECEIVER REFUSED THE DELIVERY'],
    ['05', 'REFUSED'],
    returned,
  ),
  damaged: wording(
    'transit',
    'return',
    0,
    ['DA', 'PACKAGE DAMAGED, SENDER NOTIFIED'],
    ['06', 'DAMAGED'],
    returned,
  ),
  'customs-hold': wording(
    'import',
    'delay',
    2,
    ['CH', 'HELD BY CUSTOMS, DOCUMENTS REQUIRED'],
    ['07', 'CUSTOMS HOLD'],
    waiting,
  ),
  'customs-release': wording(
    'import',
    'release',
    0,
    ['SR', 'RELEASED BY CUSTOMS'],
    ['07', 'CUSTOMS HOLD'],
    released,
  ),
  'closed-again': wording(
    'attempt',
    'delay',
    1,
    ['L1', 'RECEIVER CLOSED ON THE 2ND DELIVERY ATTEMPT'],
    ['03', 'BUSINESS CLOSED'],
    rescheduled,
  ),
};

/** All kinds, in the order of their numbers. */
export const incidents: readonly Incident[] = incidentNames.map((name, index) =>
  Object.freeze({ index, name, ...wordings[name] }),
);

export function isIncidentName(text: string): text is IncidentName {
  return incidentNames.some((name) => name === text);
}

/** The incident of that name. */
export function incident(name: IncidentName): Incident {
  return incidentAt(incidentNames.indexOf(name));
}

/** The incident with that number. @throws RangeError when there is none. */
export function incidentAt(index: number): Incident {
  const found = incidents[index];
  if (found === undefined) throw new RangeError(`no incident ${index}`);
  return found;
}

export interface IncidentOdds {
  readonly isHome: boolean;
  readonly crossesBorder: boolean;
}

/** Share of parcels that meet with something, at home and over a border. */
export const incidentRate = { domestic: 0.038, crossBorder: 0.05 };

/** What happens to a parcel on its way: mostly nothing. */
export function drawIncident(random: Random, odds: IncidentOdds): Incident | null {
  const rate = odds.crossesBorder ? incidentRate.crossBorder : incidentRate.domestic;
  if (random() >= rate) return null;
  return incident(
    pickWeighted(random, odds.crossesBorder ? [...weights(odds), ['customs-hold', 30]] : weights(odds)),
  );
}

function weights({ isHome }: IncidentOdds): (readonly [IncidentName, number])[] {
  return [
    ['weather', 26],
    ['late-trailer', 16],
    ['one-day-delay', 12],
    ['mechanical-failure', 5],
    ['receiver-absent', isHome ? 24 : 6],
    ['business-closed', isHome ? 0 : 14],
    ['incorrect-address', 10],
    ['refused', 3],
    ['damaged', 3],
  ];
}

function wording(
  stage: Stage,
  effect: Effect,
  delayDays: number,
  [statusCode, statusText]: readonly [string, string],
  [reasonCode, reasonText]: readonly [string, string],
  [resolutionCode, resolutionText]: readonly [string, string],
): Wording {
  return {
    stage,
    effect,
    delayDays,
    statusCode,
    statusText,
    reasonCode,
    reasonText,
    resolutionCode,
    resolutionText,
  };
}
