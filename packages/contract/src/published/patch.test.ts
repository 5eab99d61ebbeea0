import { Ajv } from 'ajv';
import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import type { Deviation } from '../deviation.ts';
import { exactly, flag, list, maybe, orEmpty, text, upTo } from '../schema/notation.ts';
import { sources } from '../stated.ts';
import { type FilePatch, patchFile } from './file-patches.ts';
import { type PatchOptions, patchedSchema } from './patch.ts';

const root = {
  components: {
    schemas: {
      Parcel: {
        type: 'object',
        required: ['Weight', 'Sign'],
        properties: {
          Weight: { type: 'string', minLength: 6, maxLength: 6 },
          Count: { type: 'integer', maximum: 1 },
          Sign: { type: 'string', minLength: 1, maxLength: 1 },
          Cash: { type: 'object', properties: { Amount: { type: 'string' } } },
        },
      },
    },
  },
};
const theirs = {
  type: 'object',
  maximum: 1,
  properties: { Parcel: { type: 'array', items: { $ref: '#/components/schemas/Parcel' } } },
};
const ours = Type.Object({
  Parcel: maybe(
    list(
      Type.Object({
        Weight: upTo(6),
        Count: maybe(Type.Integer()),
        Sign: maybe(flag()),
        Cash: maybe(orEmpty(Type.Object({ Amount: maybe(text(1, 8)) }))),
        Late: maybe(exactly(2)),
      }),
    ),
  ),
});
const published = (aspect: Deviation['aspect'], path: string): Deviation => ({
  aspect,
  paths: [path],
  why: 'for this test',
  ...sources.file('Any.yaml'),
});
const observed = (aspect: Deviation['aspect'], path: string): Deviation => ({
  ...published(aspect, path),
  ...sources.seen('anywhere'),
});

function fits(parcel: object, options: Partial<PatchOptions> = {}): boolean {
  const schema = patchedSchema(theirs, {
    root,
    ours,
    deviations: [],
    profile: 'published',
    isClosed: true,
    ...options,
  });
  return new Ajv({ strict: false }).validate(schema, { Parcel: [parcel] });
}

describe('a schema of the carrier’s file after the patch list', () => {
  const cases: readonly [string, object, boolean, Partial<PatchOptions>?][] = [
    ['takes what the file describes', { Weight: '123456', Sign: 'Y' }, true],
    ['lets the greatest length be more than the only one', { Weight: '12', Sign: 'Y' }, true],
    ['keeps the greatest length', { Weight: '1234567', Sign: 'Y' }, false],
    ['lets a tag whose presence says yes hold anything', { Weight: '1', Sign: '' }, true],
    ['does not take “at most once” for a greatest number', { Weight: '1', Sign: '', Count: 7 }, true],
    ['keeps the kind', { Weight: '1', Sign: '', Count: 'seven' }, false],
    ['refuses members that nobody declares', { Weight: '1', Sign: '', Height: '1' }, false],
    ['demands what the file demands', { Weight: '1' }, false],
    [
      'takes what the file contradicts itself in',
      { Weight: '1' },
      true,
      { deviations: [published('required', 'Parcel/Sign')] },
    ],
    [
      'refuses recorded habits where answers follow the file',
      { Weight: '1', Sign: '', Cash: '' },
      false,
      { deviations: [observed('empty', 'Parcel/Cash')] },
    ],
    [
      'takes recorded habits where answers follow these',
      { Weight: '1', Sign: '', Cash: '' },
      true,
      { deviations: [observed('empty', 'Parcel/Cash')], profile: 'observed' },
    ],
    [
      'takes a member that a deviation adds',
      { Weight: '1', Sign: '', Late: 'ab' },
      true,
      { deviations: [published('added', 'Parcel/Late')] },
    ],
    [
      'holds what a deviation adds against our schema',
      { Weight: '1', Sign: '', Late: 'abc' },
      false,
      { deviations: [published('added', 'Parcel/Late')] },
    ],
    [
      'takes a length from our schema where a deviation says so',
      { Weight: '', Sign: '' },
      false,
      { deviations: [published('length', 'Parcel/Weight')] },
    ],
  ];
  it.each(cases)('%s', (_name, parcel, expected, options) => {
    expect(fits(parcel, options)).toBe(expected);
  });

  it('does not change the file it was made from', () => {
    const before = structuredClone(root);
    fits({ Weight: '1' }, { deviations: [published('required', 'Parcel/Sign')] });
    expect(root).toEqual(before);
  });

  it('ends with a schema that holds itself', () => {
    const own = { components: { schemas: { Box: { type: 'object', properties: { Inner: {} } } } } };
    Object.assign(own.components.schemas.Box.properties, { Inner: { $ref: '#/components/schemas/Box' } });
    const schema = patchedSchema(
      { $ref: '#/components/schemas/Box' },
      { root: own, ours: Type.Object({}), deviations: [], profile: 'published' },
    );
    expect(schema).toEqual({ type: 'object', properties: { Inner: {} } });
  });
});

describe('the patches of a file', () => {
  const patch = (change: FilePatch['change'], pointer: string): FilePatch => ({
    file: 'Any.yaml',
    pointer,
    change,
    why: 'for this test',
    ...sources.ours('test'),
  });
  const required = '/components/schemas/Parcel/required';

  it('take a name out of a list and leave the file that came in alone', () => {
    const patched = patchFile('Any.yaml', root, [patch({ drop: 'Sign' }, required)]);
    expect(patched).toMatchObject({ components: { schemas: { Parcel: { required: ['Weight'] } } } });
    expect(root.components.schemas.Parcel.required).toEqual(['Weight', 'Sign']);
  });

  it('fail where the file has become another one', () => {
    expect(() => patchFile('Any.yaml', root, [patch({ drop: 'Gone' }, required)])).toThrow(
      /does not name Gone/,
    );
    expect(() => patchFile('Any.yaml', root, [patch({ set: {} }, '/components/schemas')])).toThrow(/already/);
  });

  it('are not looked for in another file', () => {
    expect(patchFile('Other.yaml', root, [patch({ drop: 'Gone' }, required)])).toBe(root);
  });
});
