import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArrayNode } from '../operation.ts';
import { collapseArrays, expandArrays } from './wire.ts';

const nodes: readonly ArrayNode[] = [
  { path: 'Answer/File', since: 'v2' },
  { path: 'Answer/File/Parcel', since: 'v3' },
  { path: 'Answer/Note' },
];

describe('expandArrays', () => {
  const cases: readonly [string, unknown, unknown][] = [
    ['wraps a single object', { Answer: { Note: { a: 1 } } }, { Answer: { Note: [{ a: 1 }] } }],
    ['wraps a single string', { Answer: { Note: 'a' } }, { Answer: { Note: ['a'] } }],
    ['makes an empty array of null', { Answer: { Note: null } }, { Answer: { Note: [] } }],
    ['leaves an absent node absent', { Answer: {} }, { Answer: {} }],
    [
      'keeps members it does not know',
      { Answer: { New: 1 }, Other: [2] },
      { Answer: { New: 1 }, Other: [2] },
    ],
    [
      'walks through the elements of an array and through a single object alike',
      { Answer: { File: [{ Parcel: { n: 1 } }, { Parcel: [{ n: 2 }] }] } },
      { Answer: { File: [{ Parcel: [{ n: 1 }] }, { Parcel: [{ n: 2 }] }] } },
    ],
    [
      'wraps inside what it wraps',
      { Answer: { File: { Parcel: { n: 1 } } } },
      { Answer: { File: [{ Parcel: [{ n: 1 }] }] } },
    ],
    ['leaves a document of another kind as it is', 'hello', 'hello'],
    ['does not look into inherited members', { Answer: 'text' }, { Answer: 'text' }],
  ];
  it.each(cases)('%s', (_name, before, after) => {
    expect(expandArrays(before, nodes)).toEqual(after);
  });

  it('gives back the very same document when nothing had to change', () => {
    const document = { Answer: { Note: ['a'], File: [{ Parcel: [] }] } };
    expect(expandArrays(document, nodes)).toBe(document);
  });

  it('survives arrays nested deeper than any stack', () => {
    let nested: unknown = [];
    for (let level = 0; level < 200_000; level += 1) nested = [nested];
    expect(expandArrays({ Answer: { File: nested } }, nodes)).toEqual({ Answer: { File: nested } });
  });

  it('does not let a member called __proto__ change any prototype', () => {
    const document: unknown = JSON.parse('{"Answer":{"__proto__":{"polluted":1},"Note":"a"}}');
    expect(JSON.stringify(expandArrays(document, nodes))).toBe(
      '{"Answer":{"__proto__":{"polluted":1},"Note":["a"]}}',
    );
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('collapseArrays', () => {
  const strict = { Answer: { File: [{ Parcel: [{ n: 1 }] }], Note: ['a'] } };
  it.each([
    ['v1', { Answer: { File: { Parcel: { n: 1 } }, Note: ['a'] } }],
    ['v2', { Answer: { File: [{ Parcel: { n: 1 } }], Note: ['a'] } }],
    ['v3', strict],
    ['v2403', strict],
  ])('%s makes a single element bare only below the version that made it an array', (version, expected) => {
    expect(collapseArrays(strict, nodes, version)).toEqual(expected);
  });

  it('keeps arrays of none and of several in every version', () => {
    const several = { Answer: { File: [{ Parcel: [] }, { Parcel: [{ n: 1 }, { n: 2 }] }] } };
    expect(collapseArrays(several, nodes, 'v1')).toBe(several);
  });
});

const parcel = fc.record({ n: fc.integer() });
const file = fc.record({ Parcel: fc.array(parcel, { maxLength: 3 }), Name: fc.string() });
const answer = fc.record({
  Answer: fc.record({ File: fc.array(file, { maxLength: 3 }), Note: fc.array(fc.string()) }),
});

describe('the two sides together', () => {
  it('expanding undoes collapsing in every version, and neither changes its input', () => {
    fc.assert(
      fc.property(answer, fc.constantFrom('v1', 'v2', 'v3'), (document, version) => {
        const before = structuredClone(document);
        const sent = collapseArrays(document, nodes, version);
        const sentBefore = structuredClone(sent);
        expect(expandArrays(sent, nodes)).toEqual(before);
        expect(document).toEqual(before);
        expect(sent).toEqual(sentBefore);
      }),
    );
  });
});
