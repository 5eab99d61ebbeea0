import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exceptionOf } from '@lading/carrier/network/plan';
import { testOutcomes } from '@lading/carrier/network/test-numbers';
import { checkTrackingNumber } from '@lading/carrier/tracking-number/rules';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type WorldForTests } from '../testing.ts';
import { networkStore } from './store.ts';
import type { TestParcel } from './test-parcels.ts';
import { findParcel, planAt } from './views.ts';

let world: WorldForTests;
let parcels: readonly TestParcel[];
beforeAll(async () => {
  world = await startWorld();
  ({ parcels } = (await world.command('ship-test-parcels')) as { parcels: TestParcel[] });
});
afterAll(() => world.close());

/** The kinds of a parcel's scans; an exception by its incident. */
function scansOf(trackingNumber: string): readonly string[] {
  const network = world.world.state(networkStore);
  const plan = planAt(network, findParcel(network, trackingNumber) ?? -1);
  return plan.map((scan) => (scan.kind === 'exception' ? exceptionOf(scan).incident.name : scan.kind));
}

describe('test numbers', () => {
  it('are well formed, one for every outcome, and the digit before the check digit says which', () => {
    expect(parcels.map(({ outcome }) => outcome).sort()).toEqual([...testOutcomes].sort());
    for (const { trackingNumber, outcome } of parcels) {
      expect(checkTrackingNumber(trackingNumber).ok).toBe(true);
      expect(testOutcomes[Number(trackingNumber.at(-2))]).toBe(outcome);
    }
  });

  it.each([
    ['delivered', [], 'delivered'],
    ['weather', ['weather'], 'delivered'],
    ['receiver-absent', ['receiver-absent'], 'delivered'],
    ['incorrect-address', ['incorrect-address'], 'delivered'],
    ['refused', ['refused'], 'returned'],
    ['damaged', ['damaged'], 'returned'],
    ['customs-hold', ['customs-hold', 'customs-release'], 'delivered'],
    ['business-closed', ['business-closed'], 'delivered'],
    ['lost', [], 'origin'],
    ['never-tendered', [], 'manifest'],
  ])('force “%s”', (wanted, incidents, end) => {
    const found = parcels.find(({ outcome }) => outcome === wanted);
    const scans = scansOf(found?.trackingNumber ?? '');
    expect(scans.filter((scan) => incidents.includes(scan))).toEqual(incidents);
    expect(scans.at(-1)).toBe(end);
  });

  it('are the same in every world, and stand in the documentation', async () => {
    const other = await startWorld({ seed: 'another', clock: '2027-03-02T08:00:00Z' });
    expect(await other.command('ship-test-parcels')).toEqual({ parcels });
    await other.close();
    const page = join(import.meta.dirname, '../../../../docs/sandbox.md');
    expect(existsSync(page)).toBe(true);
    const rows = readFileSync(page, 'utf8').split('\n');
    for (const { trackingNumber, outcome } of parcels) {
      expect(rows.find((row) => row.includes(`\`${trackingNumber}\``))).toContain(`\`${outcome}\``);
    }
  });

  it('reach the receiver’s subscription as the clock moves', async () => {
    const own = await startWorld();
    await own.command('ship-test-parcels');
    await own.clock.advance('P14D');
    const { counts } = (await own.control('GET', 'world')) as { counts: { quantumViewFiles: number } };
    expect(counts.quantumViewFiles).toBeGreaterThan(5);
    await own.close();
  });

  it('belong to their account alone: others ship as ever', async () => {
    const { trackingNumbers } = (await world.command('ship', {
      account: 'A1B2C3',
      to: 'D4E5F6',
      parcels: new Array(12).fill({}),
    })) as {
      trackingNumbers: string[];
    };
    for (const trackingNumber of trackingNumbers) expect(scansOf(trackingNumber).at(-1)).toBe('delivered');
  });
});
