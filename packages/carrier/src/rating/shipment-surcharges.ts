import type { SurchargeName } from './data/surcharge-amounts.ts';
import type { ChargeLine } from './lines.ts';
import { isAcrossBorders, lineOf, type Rated } from './priced.ts';
import type { ShipmentOption } from './shipment.ts';

/** Each option's code on the price line and its amount; those for every parcel are counted by parcel. */
const optionCharges: readonly {
  readonly option: ShipmentOption;
  readonly code: string;
  readonly name: SurchargeName;
  readonly isPerParcel?: true;
}[] = [
  { option: 'saturday-delivery', code: '300', name: 'saturday.delivery', isPerParcel: true },
  { option: 'saturday-pickup', code: '300', name: 'saturday.pickup', isPerParcel: true },
  { option: 'addressee-only', code: '542', name: 'adult.only' },
  { option: 'direct-only', code: '541', name: 'direct-only' },
  { option: 'lift-gate-pickup', code: '510', name: 'lift-gate.pickup' },
  { option: 'lift-gate-delivery', code: '511', name: 'lift-gate.delivery' },
  { option: 'inside-delivery', code: '530', name: 'inside-delivery' },
  { option: 'item-disposal', code: '550', name: 'item-disposal' },
  { option: 'document-return', code: '410', name: 'document-return' },
  { option: 'certificate-of-origin', code: '240', name: 'certificate-of-origin' },
  { option: 'export-declaration', code: '374', name: 'export-declaration' },
  { option: 'invoice-removal', code: '445', name: 'invoice-removal' },
  { option: 'on-call-pickup', code: '531', name: 'on-call' },
];

const returnCodes: Readonly<Record<string, { readonly code: string; readonly name: SurchargeName }>> = {
  '2': { code: '260', name: 'return.2' },
  '3': { code: '280', name: 'return.3' },
  '5': { code: '290', name: 'return.5' },
  '8': { code: '350', name: 'return.8' },
  '9': { code: '250', name: 'return.9' },
  '10': { code: '464', name: 'return.10' },
};
/** Pack and collect: five boxes fetched at one attempt, then the same at three. */
const FIRST_COLLECT = 11;
const LAST_COLLECT = 20;
const FIRST_COLLECT_CODE = 454;

const importControlAmounts: Readonly<Record<string, SurchargeName>> = {
  '02': 'import-control.02',
  '03': 'import-control.03',
  '04': 'import-control.04',
  '05': 'import-control.05',
};

/** The surcharges of the whole shipment but fuel, in the order of the price. */
export function shipmentSurcharges(rated: Rated): ChargeLine[] {
  const { question } = rated;
  return [
    ...residentialLines(rated),
    ...(rated.service === '54' ? [lineOf(rated, '380', 'express-plus', { isTransportation: true })] : []),
    ...optionLines(rated),
    ...(question.shipmentCodCents === undefined ? [] : [lineOf(rated, '500', 'cod')]),
    ...(question.shipmentSignature === undefined ? [] : [lineOf(rated, '121', 'signature.shipment')]),
    ...(question.restrictedArticles ?? []).map((code) => lineOf(rated, code, 'restricted-article')),
    ...returnLines(rated),
    ...importControlLines(rated),
  ];
}

function optionLines(rated: Rated): ChargeLine[] {
  const { options, parcels } = rated.question;
  if (options.size === 0) return [];
  const lines = optionCharges
    .filter(({ option }) => options.has(option))
    .map(({ code, name, isPerParcel }) =>
      lineOf(rated, code, name, { times: isPerParcel === true ? parcels.length : 1 }),
    );
  if (options.has('carbon-neutral'))
    lines.push(lineOf(rated, '441', carbonAmount(rated), { times: parcels.length }));
  return lines;
}

/** One line for all parcels; those sold at one price have it in theirs. */
function residentialLines(rated: Rated): ChargeLine[] {
  const { isHome, parcels, isFreight } = rated.question;
  const times = parcels.filter(({ simpleRate }) => simpleRate === undefined).length;
  if (!isHome || times === 0 || isFreight === true) return [];
  const name = rated.service === '03' || rated.service === '11' ? 'residential.ground' : 'residential.air';
  return [lineOf(rated, '270', name, { times, carriesFuel: true, isTransportation: true })];
}

function carbonAmount(rated: Rated): SurchargeName {
  if (rated.service === '03') return 'carbon.ground';
  return isAcrossBorders(rated) ? 'carbon.abroad' : 'carbon.air';
}

function returnLines(rated: Rated): ChargeLine[] {
  const service = rated.question.returnService;
  if (service === undefined) return [];
  const times = rated.question.parcels.length;
  const known = returnCodes[service];
  if (known !== undefined) return [lineOf(rated, known.code, known.name, { times })];
  const number = Number(service);
  if (!(number >= FIRST_COLLECT && number <= LAST_COLLECT)) return [];
  const box = (number - FIRST_COLLECT) % 5;
  const isThree = number - FIRST_COLLECT >= 5;
  const code = String(FIRST_COLLECT_CODE + 2 * box + (isThree ? 1 : 0));
  return [lineOf(rated, code, isThree ? 'return.pack-3' : 'return.pack-1', { times })];
}

function importControlLines(rated: Rated): ChargeLine[] {
  const name = importControlAmounts[rated.question.importControl ?? ''];
  return name === undefined ? [] : [lineOf(rated, '444', name, { times: rated.question.parcels.length })];
}
