import { RateRequest } from '@lading/contract/rating/schema';
import { Ajv } from 'ajv';
import { Compile } from 'typebox/compile';
import { type BenchResult, interleave, median, medianRatio } from '../measure.ts';
import { fullRateRequest } from './rate-request.ts';

const ROUNDS = 15;
const FLOOR = 3;
const CHECKS = { whole: 20_000, short: 200 } as const;

type Check = (document: unknown) => boolean;

/** The compiled check of a full Rating request, against ajv on the very same schema in rounds that take turns. */
export async function run({ isShort }: { isShort: boolean }): Promise<BenchResult[]> {
  const checks = isShort ? CHECKS.short : CHECKS.whole;
  const compiled = Compile(RateRequest);
  const ours: Check = (document) => compiled.Check(document);
  const theirs: Check = new Ajv({ strict: false }).compile(JSON.parse(JSON.stringify(RateRequest)));
  const documents = agreedDocuments(ours, theirs);
  const pair = await interleave(
    ROUNDS,
    async () => work(ours, documents, checks),
    async () => work(theirs, documents, checks),
  );
  const perSecond = (samples: typeof pair.measured): number =>
    median(samples.map(({ wallMs }) => checks / (wallMs / 1_000)));
  return [
    {
      name: 'contract: compiled check of a full Rating request',
      unit: 'checks/s',
      value: perSecond(pair.measured),
      baseline: perSecond(pair.twin),
      ratio: medianRatio(pair),
      floor: FLOOR,
      cpuMs: median(pair.measured.map(({ cpuMs }) => cpuMs)),
      details: { bytes: Buffer.byteLength(JSON.stringify(fullRateRequest)), checks, rounds: ROUNDS },
    },
  ];
}

/** Copies that are checked in turn, so that no result can be kept. Both sides must agree on them, and on a wrong one. */
function agreedDocuments(ours: Check, theirs: Check): readonly unknown[] {
  const documents = Array.from({ length: 8 }, () => structuredClone(fullRateRequest));
  const wrong = structuredClone(fullRateRequest);
  wrong.RateRequest.Shipment.Shipper.Name = 'x'.repeat(500);
  for (const check of [ours, theirs]) {
    if (!documents.every(check)) throw new Error('the request does not fit its schema');
    if (check(wrong)) throw new Error('a name of 500 characters fits the schema');
  }
  return documents;
}

function work(check: Check, documents: readonly unknown[], checks: number): void {
  let fits = 0;
  for (let done = 0; done < checks; done += 1) if (check(documents[done % documents.length])) fits += 1;
  if (fits !== checks) throw new Error(`${checks - fits} checks failed`);
}
