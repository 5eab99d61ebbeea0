import { setTimeout as wait } from 'node:timers/promises';
import { Company } from '../e2e/chaos/company.ts';
import { type Pair, startPair } from '../e2e/harness/pair.ts';
import { close } from './tally.ts';

const PARCELS_WITHIN_MS = 60_000;

/** A few steps through the whole house under the Node that runs this, each reported in one line. */
const steps: readonly [sentence: string, step: (pair: Pair) => Promise<void>][] = [
  ['the sandbox answers', ({ sandboxUrl }) => answers(`${sandboxUrl}/_sandbox/health`)],
  ['the hub serves its screens', ({ hubUrl }) => answers(hubUrl)],
  ['the hub describes its API', ({ hubUrl }) => answers(`${hubUrl}/api/openapi.json`)],
  ['an administrator connects the carrier and parcels arrive', ({ hubUrl }) => parcelsArrive(hubUrl)],
];

async function answers(url: string): Promise<void> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
}

async function parcelsArrive(hubUrl: string): Promise<void> {
  const company = new Company(hubUrl);
  await company.signIn();
  await company.connect();
  const until = Date.now() + PARCELS_WITHIN_MS;
  while ((await company.parcels()).length === 0) {
    if (Date.now() > until) throw new Error('no parcel arrived in time');
    await wait(250);
  }
}

async function main(): Promise<void> {
  console.log(`Node ${process.versions.node}`);
  const pair = await startPair({ shipments: 20 });
  let failed = 0;
  for (const [sentence, step] of steps) {
    const fault = await step(pair).then(
      () => null,
      (error: unknown) => error,
    );
    console.log(fault === null ? `ok      ${sentence}` : `failed  ${sentence}: ${String(fault)}`);
    if (fault !== null) failed += 1;
  }
  if (failed > 0) console.log(pair.output());
  await pair.close();
  close({ passed: steps.length - failed, failed, skipped: 0 });
}

await main();
