import { freightClassBps, freightRates, simpleRates } from './data/flat-rates.ts';
import type { ChargeLine } from './lines.ts';
import { discounted, shareOf, sumOf } from './money.ts';
import { inCurrency, isAcrossBorders, type Rated } from './priced.ts';
import type { Contract, RatedParcel } from './shipment.ts';
import { baseRate, type LoadedRates, poundsOf } from './tariff.ts';
import type { BilledWeight } from './weights.ts';

/** The base charge of every parcel, or of the whole shipment; null where the service has no rate for it. */
export function baseCharges(rated: Rated, loaded: readonly LoadedRates[]): ChargeLine[] | null {
  if (rated.question.isFreight === true) return freightCharge(rated);
  if (isAcrossBorders(rated)) return whole(rated, loaded);
  const lines = rated.question.parcels.map((parcel, index) => parcelCharge(rated, parcel, index, loaded));
  const found = lines.filter((line) => line !== null);
  return found.length === lines.length ? found : null;
}

/** What a contract leaves of base charges and surcharges; fuel is reckoned anew on the result. */
export function underContract(
  rated: Rated,
  lines: readonly ChargeLine[],
  contract: Contract | null,
): readonly ChargeLine[] {
  if (contract === null) return lines;
  return lines.map((line) => {
    const bps =
      line.code === ''
        ? baseDiscount(rated, line, contract)
        : (contract.surchargeDiscountBps[line.code] ?? 0);
    if (bps === 0) return line;
    const from = { ...line.rule.from, published: line.cents, discountBps: bps };
    return { ...line, cents: discounted(line.cents, bps), rule: { ...line.rule, from } };
  });
}

function baseDiscount(rated: Rated, line: ChargeLine, contract: Contract): number {
  const parcel = line.parcel === null ? undefined : rated.billings[line.parcel];
  const pounds = poundsOf(parcel?.billed ?? billedTogether(rated));
  const row = contract.discounts?.find(
    ({ service, zones, fromPounds = 0, toPounds = Number.POSITIVE_INFINITY }) =>
      service === rated.service &&
      (zones?.includes(rated.zone) ?? true) &&
      pounds >= fromPounds &&
      pounds <= toPounds,
  );
  return row?.bps ?? contract.serviceDiscountBps[rated.service] ?? 0;
}

/** The weight for which the whole shipment is billed: the sum over its parcels. */
export function billedTogether({ billings }: Pick<Rated, 'billings'>): BilledWeight {
  return {
    tenths: sumOf(billings.map(({ billed }) => billed.tenths)),
    unit: billings[0]?.billed.unit ?? 'LBS',
  };
}

function parcelCharge(
  rated: Rated,
  parcel: RatedParcel,
  index: number,
  loaded: readonly LoadedRates[],
): ChargeLine | null {
  const billing = rated.billings[index];
  if (billing === undefined) return null;
  if (parcel.simpleRate !== undefined) return simpleCharge(rated, parcel.simpleRate, index);
  return rateLine(rated, billing.billed, billing.isLetter, index, loaded);
}

function whole(rated: Rated, loaded: readonly LoadedRates[]): ChargeLine[] | null {
  const isLetter = rated.billings.length === 1 && rated.billings[0]?.isLetter === true;
  const line = rateLine(rated, billedTogether(rated), isLetter, null, loaded);
  return line === null ? null : [line];
}

function rateLine(
  { question, service, zone, currency }: Rated,
  billed: BilledWeight,
  isLetter: boolean,
  parcel: number | null,
  loaded: readonly LoadedRates[],
): ChargeLine | null {
  const { chart, day } = question;
  const rate = baseRate({ service, zone, billed, isLetter, chart, currency, day }, loaded);
  if (rate === null) return null;
  const from = {
    zone,
    pounds: poundsOf(billed),
    chart,
    source: rate.source,
    letter: isLetter ? 'yes' : 'no',
  };
  return baseLine(rate.cents, parcel, { name: 'base-rate', from }, true);
}

/** One price with fuel, home and area in it. */
function simpleCharge({ service, currency }: Rated, size: string, parcel: number): ChargeLine | null {
  const cents = simpleRates[size]?.[service];
  if (cents === undefined) return null;
  return baseLine(inCurrency(cents, currency), parcel, { name: 'simple-rate', from: { size } }, false);
}

/** By class and weight over all parcels; the dearest class of the shipment decides. */
function freightCharge({ question, zone, service, billings }: Rated): ChargeLine[] | null {
  const perHundred = freightRates.centsPerHundredPounds[Number(zone) - 2];
  const classes = question.parcels.map(({ freightClass }) => freightClassBps[freightClass ?? '']);
  if (service !== '03' || perHundred === undefined || classes.some((bps) => bps === undefined)) return null;
  const dearest = Math.max(...classes.filter((bps) => bps !== undefined));
  const pounds = sumOf(billings.map(({ actual }) => poundsOf(actual)));
  const byWeight = shareOf(Math.ceil((perHundred * pounds) / 100), dearest);
  const cents = Math.max(freightRates.leastCents, byWeight);
  return [baseLine(cents, null, { name: 'freight-class', from: { zone, pounds, classBps: dearest } }, true)];
}

function baseLine(
  cents: number,
  parcel: number | null,
  rule: ChargeLine['rule'],
  carriesFuel: boolean,
): ChargeLine {
  return { code: '', cents, parcel, isTransportation: true, carriesFuel, rule };
}
