import { fileName } from '@lading/carrier/quantum-view/file-names';
import { expandArrays } from '@lading/contract/arrays/wire';
import { QuantumViewResponse } from '@lading/contract/quantum-view/schema';
import { events } from '@lading/contract/quantum-view/wire';
import { closed } from '@lading/contract/schema/notation';
import fc from 'fast-check';
import { Compile } from 'typebox/compile';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../registry.ts';
import { type Asked, DAY_MS, MINUTE_MS, type SmallWorld, START, smallWorld } from './testing/small-world.ts';

const strict = Compile(closed(QuantumViewResponse));
let small: SmallWorld;

beforeEach(async () => {
  small = await smallWorld();
});
afterEach(() => small.world.close());

const named = (name: string, more: JsonObject = {}) => ({ SubscriptionRequest: [{ Name: name, ...more }] });
const moment = (at: number) => new Date(at).toISOString().replace(/\D/g, '').slice(0, 14);
const range = (begin: number, end: number) => ({
  DateTimeRange: { BeginDateTime: moment(begin), EndDateTime: moment(end) },
});

describe('a plain request', () => {
  it('brings everything unread of all active subscriptions, and nothing the second time', async () => {
    await small.traffic(60, -3, 0);
    const first = await walk({});
    expect(new Set(first.flatMap((page) => page.subscriptions.map((one) => one.Name)))).toEqual(
      new Set(['Outbound', 'Inbound', 'ThirdParty']),
    );
    expect(first.flatMap((page) => page.records).length).toBeGreaterThan(50);
    const second = await small.ask();
    expect([second.status, second.files, second.bookmark]).toEqual(['1', [], undefined]);
  });

  it('warns of inactive subscriptions beside success', async () => {
    const answer = await small.ask();
    expect([answer.status, answer.errorCode]).toEqual(['1', '336000']);
    expect(JSON.stringify(answer.body)).toContain('The following Subscriptions are inactive Dormant .');
  });

  it('fits the contract, member by member', async () => {
    await small.traffic(150, -5, 0);
    for (const page of await walk({})) {
      expect(strict.Check(page.body) ? [] : [...strict.Errors(page.body)].slice(0, 1)).toEqual([]);
    }
  });

  it('echoes the customer context', async () => {
    const answer = await small.ask({ customerContext: 'hub 7' });
    expect(answer.body).toHaveProperty(
      'QuantumViewResponse.Response.TransactionReference.CustomerContext',
      'hub 7',
    );
  });

  it('is refused when no subscription is active', async () => {
    for (const name of ['Outbound', 'Inbound', 'ThirdParty']) {
      small.command({ type: 'deactivate-subscription', userName: 'il_support', name });
    }
    expect(await small.ask()).toMatchObject({ status: '0', errorCode: '330052' });
  });
});

describe('arrays', () => {
  it.each(['v1', 'v2', 'v3'])(
    'of %s come back in the strict form when a client expands them',
    async (version) => {
      await small.traffic(80, -3, 0);
      const files = (await walk(named('Outbound', range(START - 7 * DAY_MS, START)))).flatMap(
        (page) => page.subscriptions[0]?.SubscriptionFile ?? [],
      );
      const single = files.find((file) => JSON.stringify(file).length < 2500);
      const request = named('Outbound', { FileName: [single?.FileName] });
      const [bare, whole] = [await small.ask(request, {}, version), await small.ask(request, {}, 'v3')];
      expect(strict.Check(expandArrays(bare.body, events.responseArrays))).toBe(true);
      expect(expandArrays(bare.body, events.responseArrays)).toEqual(whole.body);
      const subscriptions = Object(bare.body.QuantumViewResponse).QuantumViewEvents.SubscriptionEvents;
      expect(Array.isArray(subscriptions)).toBe(version !== 'v1');
      const file = version === 'v1' ? subscriptions.SubscriptionFile : subscriptions[0].SubscriptionFile[0];
      expect(file.FileName).toBe(single?.FileName);
    },
  );
});

describe('a request by name', () => {
  it('reads and consumes that subscription only', async () => {
    await small.traffic(60, -3, 0);
    const pages = await walk(named('Inbound'));
    expect(new Set(pages.flatMap((page) => page.subscriptions.map((one) => one.Name)))).toEqual(
      new Set(['Inbound']),
    );
    expect((await walk(named('Inbound'))).flatMap((page) => page.files)).toEqual([]);
    expect((await walk(named('Outbound'))).flatMap((page) => page.files).length).toBeGreaterThan(0);
  });

  it.each(['outbound', 'Nothing', 'Northline', 'Unassociated'])('does not know %s', async (name) => {
    expect(await small.ask(named(name))).toMatchObject({ status: '0', errorCode: '330010' });
  });

  it('shows an inactive subscription with its status and a warning', async () => {
    const answer = await small.ask(named('Dormant'));
    expect(answer).toMatchObject({ status: '1', errorCode: '336000', files: [] });
    expect(answer.subscriptions[0]?.SubscriptionStatus.Code).toBe('I');
  });

  it('brings several subscriptions in one walk, each record once', async () => {
    await small.traffic(80, -3, 0);
    const request = {
      SubscriptionRequest: [{ Name: 'Outbound' }, { Name: 'ThirdParty' }, { Name: 'Outbound' }],
    };
    const files = (await walk(request)).flatMap((page) => page.files);
    expect(new Set(files).size).toBe(files.length);
    expect(new Set(files.map((file) => file.split(' ')[0]))).toEqual(new Set(['Outbound', 'ThirdParty']));
  });

  it('knows a subscription as soon as its account is associated', async () => {
    await small.traffic(200, -3, 0);
    const accounts = ['A1B2C3', 'X9Y8Z7'];
    expect(await small.ask(named('Unassociated'), { accounts })).toMatchObject({ status: '1' });
  });
});

describe('a request by date', () => {
  it('brings files by the moment they were cut, consumes nothing and echoes the range', async () => {
    await small.traffic(60, -3, 0);
    const [begin, end] = [START - 2 * DAY_MS, START - DAY_MS];
    const request = named('Outbound', range(begin, end));
    const first = await walk(request);
    expect((await walk(request)).flatMap((page) => page.files)).toEqual(first.flatMap((page) => page.files));
    expect(first[0]?.subscriptions[0]?.DateRange).toEqual({
      BeginDate: '10-31-2026-00-00',
      EndDate: '11-01-2026-00-00',
    });
    const unread = await walk(named('Outbound'));
    const names = unread.flatMap((page) => page.files).map((file) => file.split(' ')[1] ?? '');
    const inRange = names.filter(
      (name) => name >= fileName({ at: begin, segment: 1 }) && name <= fileName({ at: end, segment: 999 }),
    );
    expect(first.flatMap((page) => page.files)).toEqual(inRange.map((name) => `Outbound ${name}`));
  });

  it('covers all active subscriptions without a name, seven days without an end', async () => {
    await small.traffic(60, -3, 0);
    const begin = { DateTimeRange: { BeginDateTime: moment(START - 7 * DAY_MS), EndDateTime: '' } };
    const files = (await walk({ SubscriptionRequest: [begin] })).flatMap((page) => page.files);
    expect(files).toEqual((await walk({})).flatMap((page) => page.files));
  });

  it.each([
    ['not a date', { BeginDateTime: '2026-11-01' }, '330022'],
    ['an end alone', { EndDateTime: moment(START) }, '330022'],
    [
      'more than seven days',
      { BeginDateTime: moment(START - 7 * DAY_MS), EndDateTime: moment(START + 1000) },
      '330020',
    ],
    [
      'an end before the begin',
      { BeginDateTime: moment(START), EndDateTime: moment(START - 1000) },
      '330023',
    ],
    ['the future', { BeginDateTime: moment(START + DAY_MS) }, '330021'],
    [
      'eight days ago',
      { BeginDateTime: moment(START - 8 * DAY_MS), EndDateTime: moment(START - 7 * DAY_MS) },
      '330024',
    ],
  ])('refuses %s', async (_, DateTimeRange, code) => {
    expect(await small.ask(named('Outbound', { DateTimeRange }))).toMatchObject({
      status: '0',
      errorCode: code,
    });
  });
});

describe('a request by file name', () => {
  it('brings that file, read or not, and leaves it as it was', async () => {
    await small.traffic(60, -3, 0);
    const files = (await walk(named('Outbound', range(START - 6 * DAY_MS, START)))).flatMap(
      (page) => page.files,
    );
    const name = files[0]?.split(' ')[1] ?? '';
    expect((await small.ask(named('Outbound', { FileName: [name] }))).files).toEqual([`Outbound ${name}`]);
    expect((await small.ask({ SubscriptionRequest: { Name: 'Outbound', FileName: name } })).files).toEqual([
      `Outbound ${name}`,
    ]);
    expect((await walk(named('Outbound'))).flatMap((page) => page.files)).toEqual(files);
    const read = await small.ask(named('Outbound', { FileName: [name] }));
    expect(read.subscriptions[0]?.SubscriptionFile?.[0]).toMatchObject({
      StatusType: { Code: 'R', Description: 'Read' },
    });
  });

  it.each([
    ['220104-140019001', '330030'],
    ['260104_140019001', '330031'],
  ])('refuses %s', async (name, code) => {
    expect(await small.ask(named('Outbound', { FileName: [name] }))).toMatchObject({
      status: '0',
      errorCode: code,
    });
  });
});

describe('bookmarks', () => {
  it('stand beside or inside a SubscriptionRequest, as text or as an object', async () => {
    await small.traffic(900, -4, 0);
    const request = named('Outbound', range(START - 6 * DAY_MS, START));
    const first = await small.ask(request);
    const bookmark = first.bookmark ?? '';
    expect(bookmark).not.toBe('');
    const [asked] = request.SubscriptionRequest;
    const forms = [
      { ...request, Bookmark: bookmark },
      { ...request, Bookmark: { Value: bookmark } },
      { SubscriptionRequest: { ...asked, Bookmark: bookmark } },
      { SubscriptionRequest: [{ ...asked, Bookmark: { Bookmark: bookmark } }] },
      { SubscriptionRequest: [asked, { Bookmark: bookmark }] },
    ];
    const pages = await Promise.all(forms.map((form) => small.ask(form)));
    for (const page of pages) expect(page.files).toEqual(pages[0]?.files);
    expect(pages[0]?.files).not.toEqual(first.files);
  });

  it('of other criteria, of others, or of no walk are refused', async () => {
    await small.traffic(900, -4, 0);
    const unread = await small.ask(named('Outbound'));
    const dated = await small.ask(named('Outbound', range(START - 6 * DAY_MS, START)));
    const wrong = [
      { ...named('Inbound'), Bookmark: unread.bookmark },
      { ...named('Outbound', range(START - 6 * DAY_MS, START)), Bookmark: unread.bookmark },
      { ...named('Outbound'), Bookmark: dated.bookmark },
      { ...named('Inbound', range(START - 6 * DAY_MS, START)), Bookmark: dated.bookmark },
      { Bookmark: dated.bookmark },
      { ...named('Outbound'), Bookmark: btoa('somebody') },
      { ...named('Outbound'), Bookmark: 'not base64' },
    ];
    for (const request of wrong) expect(await small.ask(request)).toMatchObject({ errorCode: '330015' });
    expect((await small.ask({ ...named('Outbound'), Bookmark: unread.bookmark })).status).toBe('1');
  });

  it('of another range or of other file names are refused, though their place is among the files', async () => {
    await small.traffic(900, -4, 0);
    const request = named('Outbound', range(START - 6 * DAY_MS, START));
    const { bookmark } = await small.ask(request);
    const next = await small.ask({ ...request, Bookmark: bookmark });
    const wider = named('Outbound', range(START - 7 * DAY_MS, START));
    const byName = named('Outbound', { FileName: next.files.map((file) => file.split(' ')[1]) });
    for (const other of [wider, byName]) {
      expect(await small.ask({ ...other, Bookmark: bookmark })).toMatchObject({ errorCode: '330015' });
      expect((await walk(other)).flatMap((page) => page.files)).toContain(next.files[0]);
    }
    const handMade = btoa(`${atob(bookmark ?? '').slice(0, -16)}${next.files.at(-1)?.split(' ')[1]}`);
    expect(await small.ask({ ...request, Bookmark: handMade })).toMatchObject({ errorCode: '330015' });
    expect((await small.ask({ ...request, Bookmark: bookmark })).files).toEqual(next.files);
  });

  it('by date hold for a day, whatever was given meanwhile', async () => {
    await small.traffic(900, -4, 0);
    const request = named('Outbound', range(START - 6 * DAY_MS, START));
    const { bookmark } = await small.ask(request);
    await small.advance(DAY_MS - MINUTE_MS);
    expect((await small.ask({ ...request, Bookmark: bookmark })).status).toBe('1');
    await small.advance(2 * MINUTE_MS);
    expect(await small.ask({ ...request, Bookmark: bookmark })).toMatchObject({ errorCode: '330015' });
  });

  it('of an unread walk hold for a day', async () => {
    await small.traffic(900, -4, 0);
    const { bookmark } = await small.ask(named('Outbound'));
    await small.advance(DAY_MS + MINUTE_MS);
    expect(await small.ask({ ...named('Outbound'), Bookmark: bookmark })).toMatchObject({
      errorCode: '330015',
    });
  });

  it('walk over any cut and give each record exactly once, unread or by date', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 6 }),
        fc.nat(),
        fc.subarray(['Outbound', 'Inbound', 'ThirdParty'], { minLength: 1 }),
        async (shipments, days, seed, names) => {
          const one = await smallWorld();
          await one.traffic(shipments, -days, 0, String(seed));
          const SubscriptionRequest = names.map((Name) => ({ Name }));
          const dates = range(START - 7 * DAY_MS, START);
          const dated = await walk({ SubscriptionRequest: names.map((Name) => ({ Name, ...dates })) }, one);
          const unread = await walk({ SubscriptionRequest }, one);
          expectEachOnce(unread);
          expect(unread.flatMap((page) => page.records)).toEqual(dated.flatMap((page) => page.records));
          for (const page of [...dated, ...unread]) expectPacked(page);
          await one.world.close();
        },
      ),
      { numRuns: 12 },
    );
  });

  it('of an unread walk leave what was cut meanwhile to the next walk', async () => {
    await small.traffic(1500, -4, 1);
    const first = await small.ask(named('Outbound'));
    await small.advance(DAY_MS - MINUTE_MS);
    const rest = await walk({ ...named('Outbound'), Bookmark: first.bookmark });
    const old = [first, ...rest].flatMap((page) => page.files);
    expect(old.every((file) => file < `Outbound ${fileName({ at: START, segment: 999 })}`)).toBe(true);
    const later = (await walk(named('Outbound'))).flatMap((page) => page.files);
    expect(later.length).toBeGreaterThan(0);
    expect(later.filter((file) => old.includes(file))).toEqual([]);
  });
});

describe('what is read', () => {
  it('stays unread when the answer was never handed over', async () => {
    await small.traffic(20, -2, 0);
    const lost = await small.askInVain(named('Outbound'));
    expect((await small.ask(named('Outbound'))).records).toEqual(lost.records);
  });

  it('by date goes on after a snapshot and restore', async () => {
    await small.traffic(900, -4, 0);
    const request = named('Outbound', range(START - 6 * DAY_MS, START));
    const { bookmark } = await small.ask(request);
    await small.world.snapshot('before');
    await small.advance(2 * DAY_MS);
    await small.world.restore('before');
    expect((await small.ask({ ...request, Bookmark: bookmark })).status).toBe('1');
  });

  it('is still there after a snapshot and restore', async () => {
    await small.traffic(30, -2, 1);
    await small.ask(named('Inbound'));
    await small.world.snapshot('before');
    const expected = await small.ask(named('Outbound'));
    await small.world.restore('before');
    expect((await small.ask(named('Outbound'))).records).toEqual(expected.records);
    expect((await small.ask(named('Inbound'))).records).toEqual([]);
  });

  it('is forgotten after seven days and the rest of the day', async () => {
    await small.traffic(40, -3, 3);
    await small.advance(12 * DAY_MS);
    const names = (await walk({})).flatMap((page) => page.files.map((file) => file.split(' ')[1] ?? ''));
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => name < fileName({ at: START + 5 * DAY_MS, segment: 1 }))).toEqual([]);
  });
});

async function walk(request: JsonObject, one: SmallWorld = small): Promise<Asked[]> {
  const pages = [await one.ask(request)];
  for (let bookmark = pages[0]?.bookmark; bookmark !== undefined; bookmark = pages.at(-1)?.bookmark) {
    if (pages.length > 500) throw new Error('the walk does not end');
    pages.push(await one.ask({ ...request, Bookmark: bookmark }));
  }
  return pages;
}

function expectEachOnce(pages: readonly Asked[]): void {
  const records = pages.flatMap((page) => page.records);
  expect(new Set(records).size).toBe(records.length);
}

function expectPacked(page: Asked): void {
  const sizes = page.subscriptions.flatMap((one) =>
    (one.SubscriptionFile ?? []).map((file) => JSON.stringify(file).length),
  );
  expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(500_000);
  if (sizes.length > 1) expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(150_000);
}
