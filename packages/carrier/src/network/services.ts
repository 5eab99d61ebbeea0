/** How a parcel travels: by truck, by plane at home, by truck over the border, or by plane abroad. */
export type Mode = 'ground' | 'air' | 'standard' | 'worldwide';

export interface Service {
  /** Two digits, as in rating and shipping; Quantum View pads it to three. */
  readonly code: ServiceCode;
  /** The two characters in the 1Z number. */
  readonly indicator: string;
  readonly mode: Mode;
  /** Business days after pickup; 0 where the distance decides. */
  readonly businessDays: number;
  /** Local seconds of the day by which it is due at a business and at a home. */
  readonly dueSecond: { readonly business: number; readonly home: number };
  readonly allowsSaturday: boolean;
}

export type ServiceCode = (typeof serviceCodes)[number];

/** The services that the network runs. Append only: journals name a service by its place. */
export const serviceCodes = ['01', '02', '03', '07', '08', '11', '12', '13', '14', '54', '65', '59'] as const;

const at = (hours: number, minutes = 0) => hours * 3600 + minutes * 60;
const endOfDay = at(23);
const byEndOfDay = { business: endOfDay, home: endOfDay };

const table: Readonly<Record<ServiceCode, Omit<Service, 'code'>>> = {
  '01': air('01', 1, { business: at(10, 30), home: at(10, 30) }, true),
  '02': air('02', 2, byEndOfDay, true),
  '03': { indicator: '03', mode: 'ground', businessDays: 0, dueSecond: byEndOfDay, allowsSaturday: false },
  '07': worldwide('66', 2, { business: at(12), home: at(14) }),
  '08': worldwide('67', 4, byEndOfDay),
  '11': { indicator: '68', mode: 'standard', businessDays: 0, dueSecond: byEndOfDay, allowsSaturday: false },
  '12': air('12', 3, byEndOfDay, false),
  '13': air('13', 1, { business: at(15), home: endOfDay }, false),
  '14': air('15', 1, { business: at(8), home: at(8) }, true),
  '54': worldwide('54', 2, { business: at(9), home: at(9) }),
  '65': worldwide('04', 2, byEndOfDay),
  '59': air('59', 2, { business: at(10, 30), home: at(12) }, false),
};

const services: ReadonlyMap<ServiceCode, Service> = new Map(
  serviceCodes.map((code) => [code, { code, ...table[code] }]),
);

/** What the network promises for a service; sources in SOURCES.md. @throws RangeError for a code it does not run. */
export function service(code: ServiceCode): Service {
  const found = services.get(code);
  if (found === undefined) throw new RangeError(`no service ${code}`);
  return found;
}

export function isServiceCode(text: string): text is ServiceCode {
  return serviceCodes.some((code) => code === text);
}

/** Whether a service runs between two countries, and between their far states. */
export function servesLane(code: ServiceCode, from: Lane, to: Lane): boolean {
  const { mode } = service(code);
  const isDomestic = from.country === to.country;
  const isNorthAmerica = [from, to].every((end) => end.country === 'US' || end.country === 'CA');
  if (mode === 'worldwide') return !isDomestic;
  if (mode === 'standard') return isNorthAmerica && (from.country === 'CA' || to.country === 'CA');
  if (!isDomestic || !isNorthAmerica) return false;
  if (onlyInUnitedStates.includes(code) && from.country !== 'US') return false;
  return !notOverseas.includes(code) || ![from.state, to.state].some(isOverseas);
}

const onlyInUnitedStates: readonly ServiceCode[] = ['03', '12', '59'];
const notOverseas: readonly ServiceCode[] = [...onlyInUnitedStates, '13'];

export interface Lane {
  readonly country: string;
  readonly state: string;
}

/** Alaska and Hawaii: no road leads there. */
function isOverseas(state: string): boolean {
  return state === 'AK' || state === 'HI';
}

function air(
  indicator: string,
  businessDays: number,
  dueSecond: Service['dueSecond'],
  allowsSaturday: boolean,
): Omit<Service, 'code'> {
  return { indicator, mode: 'air', businessDays, dueSecond, allowsSaturday };
}

function worldwide(
  indicator: string,
  businessDays: number,
  dueSecond: Service['dueSecond'],
): Omit<Service, 'code'> {
  return { indicator, mode: 'worldwide', businessDays, dueSecond, allowsSaturday: false };
}
