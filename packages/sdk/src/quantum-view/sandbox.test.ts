import { QuantumViewResponse } from '@lading/contract/quantum-view/schema';
import { closed } from '@lading/contract/schema/notation';
import { startWorld, type WorldForTests } from '@lading/sandbox/testing';
import { Compile } from 'typebox/compile';
import { afterEach, describe, expect, it } from 'vitest';
import { type Client, createClient } from '../client.ts';
import type { FileSeen, QuantumViewItem } from './answer.ts';

let world: WorldForTests;
afterEach(async () => {
  await world.close();
});

const from = new Date('2026-11-16T00:00:00Z');
const byDate = { names: ['Outbound'], from };

/** A world with four days of parcels, and a client of it. */
async function open(shipments = 120): Promise<Client> {
  world = await startWorld();
  await world.traffic({ shipments, from: '2026-11-16T12:00:00Z', to: '2026-11-20T12:00:00Z', seed: 'sdk' });
  const { baseUrl, clientId, clientSecret, clock } = world;
  return createClient({ environment: { baseUrl }, clientId, clientSecret, clock });
}

async function collect(items: AsyncIterable<QuantumViewItem>): Promise<QuantumViewItem[]> {
  const collected: QuantumViewItem[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

async function filesOf(items: AsyncIterable<QuantumViewItem>): Promise<FileSeen[]> {
  return (await collect(items)).filter((item): item is FileSeen => item.kind === 'file');
}

const whole = (files: readonly FileSeen[]) =>
  files.map(({ subscription, file }) => `${subscription.name}/${file.FileName} ${contentOf(file)}`).sort();

/** A file but for its being read or not. */
function contentOf({ StatusType: _status, ...content }: FileSeen['file']): string {
  return JSON.stringify(content);
}

describe('Quantum View with the sandbox', () => {
  it('reads unread files across bookmarks, each once, and nothing twice', async () => {
    const { quantumView } = await open(600);
    const all = await filesOf(quantumView.files(byDate));
    let answers = 0;
    const counting = createClient({
      environment: { baseUrl: world.baseUrl },
      clientId: world.clientId,
      clientSecret: world.clientSecret,
      clock: world.clock,
      hooks: { onResponse: ({ operation }) => (answers += operation === 'quantum-view.events' ? 1 : 0) },
    });
    const unread = await filesOf(counting.quantumView.files({ names: ['Outbound'] }));
    expect(answers).toBeGreaterThan(1);
    expect(unread.length).toBeGreaterThan(10);
    expect(unread.every(({ isUnread }) => isUnread)).toBe(true);
    expect(whole(unread)).toEqual(whole(all));
    expect(await filesOf(quantumView.files({ names: ['Outbound'] }))).toEqual([]);
    expect((await filesOf(quantumView.files(byDate))).some(({ isUnread }) => isUnread)).toBe(false);
  });

  it('reads the same in every version', async () => {
    const { quantumView } = await open();
    const [v1, v2, v3] = [
      whole(await filesOf(quantumView.files(byDate, { version: 'v1' }))),
      whole(await filesOf(quantumView.files(byDate, { version: 'v2' }))),
      whole(await filesOf(quantumView.files(byDate, { version: 'v3' }))),
    ];
    expect(v1.length).toBeGreaterThan(10);
    expect(v1).toEqual(v3);
    expect(v2).toEqual(v3);
  });

  it('gets answers that keep to the schema and name nothing beside it', async () => {
    const { quantumView } = await open();
    const { body } = await quantumView.raw(byDate);
    const document: unknown = JSON.parse(new TextDecoder().decode(body));
    expect(Compile(closed(QuantumViewResponse)).Errors(document)).toEqual([]);
  });

  it('finds a file again by its name', async () => {
    const { quantumView } = await open();
    const [first] = await filesOf(quantumView.files(byDate));
    const fileNames = [first?.fileName ?? ''];
    const found = await filesOf(quantumView.files({ names: ['Outbound'], fileNames }));
    expect(found.map(({ fileName }) => fileName)).toEqual(fileNames);
  });

  it('hears of an inactive subscription beside the files of the others', async () => {
    const { quantumView } = await open();
    const items = await collect(quantumView.files({ names: ['Outbound', 'Dormant'], from }));
    const warnings = items.filter(({ kind }) => kind === 'warning');
    expect(warnings).toEqual([{ kind: 'warning', code: '336000', text: expect.stringContaining('Dormant') }]);
    expect(items.some(({ kind }) => kind === 'file')).toBe(true);
  });

  it('is refused inside a 200 for a name that does not exist', async () => {
    const { quantumView } = await open(1);
    const call = collect(quantumView.files({ names: ['outbound'], from }));
    await expect(call).rejects.toMatchObject({ code: '330010', status: 200, outcome: 'refused' });
  });

  it('is refused for a bookmark with other criteria', async () => {
    const { quantumView } = await open(600);
    const { body } = await quantumView.raw(byDate);
    const { Bookmark } = JSON.parse(new TextDecoder().decode(body)).QuantumViewResponse;
    expect(typeof Bookmark).toBe('string');
    const answer = await quantumView.raw({ names: ['Inbound'], from }, { bookmark: Bookmark });
    expect(new TextDecoder().decode(answer.body)).toContain('330015');
  });

  it('tells that an answer cut after its files were marked is in doubt, and by date nothing is lost', async () => {
    const { quantumView } = await open();
    const all = whole(await filesOf(quantumView.files(byDate)));
    await world.control('POST', 'faults', {
      match: { api: 'quantum-view' },
      times: 1,
      preset: 'cut-after-mark',
    });
    await expect(collect(quantumView.files({ names: ['Outbound'] }))).rejects.toMatchObject({
      name: 'CarrierFault',
      outcome: 'unknown',
    });
    const left = whole(await filesOf(quantumView.files({ names: ['Outbound'] })));
    expect(left.length).toBeLessThan(all.length);
    expect(whole(await filesOf(quantumView.files(byDate)))).toEqual(all);
  });

  it('walks on by date through a 503 and a cut answer', async () => {
    const { quantumView } = await open();
    const match = { api: 'quantum-view' };
    await world.control('POST', 'faults', { match, times: 1, status: 503, code: '10004' });
    await world.control('POST', 'faults', { match, times: 1, truncateAtByte: 100 });
    expect((await filesOf(quantumView.files(byDate))).length).toBeGreaterThan(10);
  });
});
