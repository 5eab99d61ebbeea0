import { readFileName } from '@lading/carrier/quantum-view/file-names';
import { afterEach, describe, expect, it } from 'vitest';
import { BATCH_MS } from '../network/agenda.ts';
import type { JsonObject } from '../registry.ts';
import { type Asked, DAY_MS, MINUTE_MS, type SmallWorld, START, smallWorld } from './testing/small-world.ts';

let small: SmallWorld;
afterEach(() => small.world.close());

const named = (name: string): JsonObject => ({ SubscriptionRequest: [{ Name: name }] });

describe('files', () => {
  it('are cut at most every thirty minutes of the world, increments only', async () => {
    small = await smallWorld();
    await small.traffic(120, 0, 2);
    await small.advance(5 * DAY_MS);
    const pages = await walk(named('Outbound'));
    const names = pages.flatMap((page) => page.files.map((file) => file.split(' ')[1] ?? ''));
    expect(names).toEqual([...names].sort());
    for (const name of names) expect((readFileName(name)?.at ?? 1) % BATCH_MS).toBe(0);
    const records = pages.flatMap((page) => page.records);
    expect(new Set(records).size).toBe(records.length);
  });

  it('hold every event once the clock is past it, whether the world ran or traffic came later', async () => {
    small = await smallWorld();
    await small.traffic(100, 0, 2, 'same');
    await small.advance(6 * DAY_MS);
    const lived = (await walk(named('Outbound'))).flatMap((page) => page.records);
    await small.world.close();
    small = await smallWorld();
    await small.advance(6 * DAY_MS);
    await small.traffic(100, -6, -4, 'same');
    const late = (await walk(named('Outbound'))).flatMap((page) => page.records);
    expect(late).toEqual(lived);
  });

  it('are cut into segments of at most 500 KB when a batch is larger', async () => {
    small = await smallWorld();
    await small.traffic(2500, 0.4, 0.9);
    await small.advance(2 * DAY_MS);
    const pages = await walk(named('Outbound'));
    const files = pages.flatMap((page) => page.subscriptions.flatMap((one) => one.SubscriptionFile ?? []));
    const sizes = files.map((file) => Buffer.byteLength(JSON.stringify(file)));
    expect(Math.max(...sizes)).toBeGreaterThan(400_000);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(500_000);
    expect(files.some((file) => file.FileName.endsWith('002'))).toBe(true);
    const large = pages
      .filter((page) => page.files.length > 1)
      .map((page) => JSON.stringify(page.body).length);
    expect(Math.max(...large)).toBeLessThan(152_000);
  });

  it('have no Generic records under the rules of the guide', async () => {
    small = await smallWorld({ rules: 'guide' });
    await small.traffic(60, -4, -1);
    expect(kindsOf(await walk({}))).toEqual(['Delivery', 'Manifest', 'Origin']);
  });

  it('have Generic records under the rules of today', async () => {
    small = await smallWorld();
    await small.traffic(300, -4, -1);
    expect(kindsOf(await walk({}))).toEqual(['Delivery', 'Exception', 'Generic', 'Manifest', 'Origin']);
  });
});

describe('who sees what', () => {
  it.each([
    ['outbound only', { option: '01', account: 'A1B2C3' }, ['Outbound']],
    ['billed to the third party', { option: '03', account: '7G8H9J' }, ['Outbound', 'ThirdParty']],
    ['freight collect', { option: '04', account: '7G8H9J' }, ['Outbound', 'ThirdParty']],
    [
      'billed to the consignee on its account',
      { option: '02', account: '7G8H9J' },
      ['Outbound', 'ThirdParty'],
    ],
    ['billed to the third-party account as shipper', { option: '01', account: '7G8H9J' }, ['Outbound']],
  ])('a shipment %s', async (_, billTo, expected) => {
    small = await smallWorld();
    ship(small, { account: 'A1B2C3', billTo });
    await small.advance(2 * DAY_MS);
    expect(seenBy(await walk({}))).toEqual(expected);
  });

  it('a shipment to a receiving account is inbound', async () => {
    small = await smallWorld();
    ship(small, { account: 'N1R2T3', to: 'D4E5F6', service: '11' });
    await small.advance(2 * DAY_MS);
    expect(seenBy(await walk({}))).toEqual(['Inbound']);
    const north = await walk(named('Northline'), { userName: 'north_support', accounts: ['N1R2T3'] });
    expect(seenBy(north)).toEqual(['Northline']);
  });

  it('one parcel can be seen by two subscriptions, with the same records', async () => {
    small = await smallWorld();
    ship(small, { account: 'A1B2C3', to: 'D4E5F6', service: '11' });
    await small.advance(8 * DAY_MS);
    const records = (await walk({})).flatMap((page) => page.records);
    const bySubscription = (name: string) =>
      records.filter((record) => record.startsWith(name)).map((record) => record.slice(name.length));
    expect(bySubscription('Inbound').length).toBeGreaterThan(3);
    expect(bySubscription('Inbound')).toEqual(bySubscription('Outbound'));
  });

  it('only what happens while a subscription is active, and only the kinds that it wants', async () => {
    small = await smallWorld();
    small.command({
      type: 'create-subscription',
      userName: 'il_support',
      name: 'Late21',
      account: 'A1B2C3',
      direction: 'outbound',
      kinds: ['Delivery'],
    });
    ship(small, { account: 'A1B2C3' });
    await small.advance(DAY_MS);
    small.command({ type: 'activate-subscription', userName: 'il_support', name: 'Late21' });
    await small.advance(7 * DAY_MS);
    expect(kindsOf(await walk(named('Late21')))).toEqual(['Delivery']);
  });
});

describe('subscriptions', () => {
  const wish = { userName: 'il_support', account: 'A1B2C3', direction: 'outbound' };

  it('wait to be activated', async () => {
    small = await smallWorld();
    small.command({ type: 'create-subscription', name: 'Fresh', ...wish });
    expect(await small.ask(named('Fresh'))).toMatchObject({ status: '1', errorCode: '336000' });
    small.command({ type: 'activate-subscription', userName: 'il_support', name: 'Fresh' });
    expect(await small.ask(named('Fresh'))).toMatchObject({ status: '1', errorCode: undefined });
  });

  it.each([
    ['a name of 22 characters', { ...wish, name: 'A'.repeat(22) }, 'SUBSCRIPTION_NAME'],
    ['a name with a space', { ...wish, name: 'Out bound' }, 'SUBSCRIPTION_NAME'],
    ['a name that is taken', { ...wish, name: 'Outbound' }, 'SUBSCRIPTION_EXISTS'],
    ['an account that nobody opened', { ...wish, name: 'New', account: 'ZZZZZZ' }, 'UNKNOWN_ACCOUNT'],
  ])('refuse %s', async (_, input, code) => {
    small = await smallWorld();
    expect(() => small.command({ type: 'create-subscription', ...input })).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it('cannot be put on hold before they were active', async () => {
    small = await smallWorld();
    small.command({ type: 'create-subscription', name: 'Fresh', ...wish });
    const hold = { type: 'deactivate-subscription', userName: 'il_support', name: 'Fresh' };
    expect(() => small.command(hold)).toThrow(expect.objectContaining({ code: 'SUBSCRIPTION_STATUS' }));
  });
});

function ship(one: SmallWorld, input: JsonObject): void {
  const to = { country: 'US', state: 'WA', city: 'Seattle' };
  one.command({ type: 'ship', to, ...input });
}

async function walk(request: JsonObject, who = {}): Promise<Asked[]> {
  const pages = [await small.ask(request, who)];
  for (let bookmark = pages[0]?.bookmark; bookmark !== undefined; bookmark = pages.at(-1)?.bookmark) {
    pages.push(await small.ask({ ...request, Bookmark: bookmark }, who));
  }
  return pages;
}

function seenBy(pages: readonly Asked[]): string[] {
  return [...new Set(pages.flatMap((page) => page.files.map((file) => file.split(' ')[0] ?? '')))].sort();
}

function kindsOf(pages: readonly Asked[]): string[] {
  return [
    ...new Set(pages.flatMap((page) => page.records.map((record) => record.split(' ')[1] ?? ''))),
  ].sort();
}

it('a batch lasts thirty minutes', () => {
  expect(BATCH_MS).toBe(30 * MINUTE_MS);
  expect(START % BATCH_MS).toBe(0);
});
