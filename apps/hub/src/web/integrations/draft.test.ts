import { describe, expect, it } from 'vitest';
import {
  cautionOf,
  type Draft,
  EMPTY_DRAFT,
  isStepDone,
  parseDraft,
  toNewIntegration,
  troubleOf,
} from './draft.ts';
import { texts } from './text.ts';

const draft = (changes: Partial<Draft>): Draft => ({ ...EMPTY_DRAFT, key: 'k', ...changes });

describe('the draft of an integration', () => {
  it('needs a name and a type before step 2', () => {
    expect(isStepDone(draft({}), 'name')).toBe(false);
    expect(isStepDone(draft({ name: 'Maple IL Integration' }), 'name')).toBe(false);
    expect(isStepDone(draft({ name: '  ', type: 'ups-quantum-view-data' }), 'name')).toBe(false);
    expect(isStepDone(draft({ name: 'Maple', type: 'ups-quantum-view-data' }), 'name')).toBe(true);
  });

  it.each([
    ['no name at all', ['', '', ''], false],
    ['one name in the last field', ['', '', 'Inbound'], true],
    ['a name of 22 characters', ['x'.repeat(22), '', ''], false],
    ['the same name twice', ['Inbound', 'Inbound', ''], false],
    ['names that differ in capitals only', ['Inbound', 'INBOUND', ''], true],
  ] as const)('with %s step 3 is open: %#', (_name, subscriptions, expected) => {
    expect(isStepDone(draft({ subscriptions }), 'subscriptions')).toBe(expected);
  });

  it('sends names exactly as typed and leaves out empty fields', () => {
    const made = toNewIntegration(draft({ name: ' Maple ', subscriptions: ['Outbound ', '', 'In bound'] }));
    expect(made).toEqual({
      name: 'Maple',
      type: 'ups-quantum-view-data',
      subscriptions: ['Outbound ', 'In bound'],
    });
  });

  it('says which name stands twice', () => {
    expect(troubleOf(draft({ subscriptions: ['A', 'B', 'A'] })).subscriptions).toEqual([
      null,
      null,
      texts.twice,
    ]);
  });

  it.each([
    ['Outbound', null],
    ['Out-bound 2', null],
    [' Outbound', texts.edgeSpace],
    ['Outbоund', texts.lookAlike],
    ['Out–bound', texts.lookAlike],
  ])('warns about %j', (name, expected) => {
    expect(cautionOf(name)?.text ?? null).toBe(expected);
  });

  it.each([
    ['Out  bound', texts.doubleSpace],
    ['lnbound', texts.nearlySame],
    ['inbound', texts.nearlySame],
    ['In bound', texts.nearlySame],
    ['Inbound 2', null],
  ])('warns about %j beside "Inbound"', (name, expected) => {
    expect(cautionOf(name, ['Inbound', name, ''])?.text ?? null).toBe(expected);
  });

  it('comes back from the browser as it was kept', () => {
    const kept = draft({ name: 'Maple', subscriptions: ['Outbound ', '', ''], createdId: 'i-1' });
    expect(parseDraft(JSON.stringify(kept))).toEqual(kept);
  });

  it.each([
    null,
    'not json',
    '[]',
    '{"name":"Maple"}',
    '{"name":"","type":"","key":"k","createdId":null,"subscriptions":[]}',
  ])('begins anew where %j is kept', (kept) => {
    expect(parseDraft(kept)).toBeNull();
  });
});
