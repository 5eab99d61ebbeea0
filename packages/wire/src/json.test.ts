import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonRefusal, parseCappedJson } from './json.ts';

const caps = { maxBytes: 1000, maxDepth: 3 };
const bytes = (text: string) => new TextEncoder().encode(text);

describe('parseCappedJson', () => {
  it.each<[string, string, unknown]>([
    ['an object', '{"a":[1]}', { a: [1] }],
    ['a bare value', '"a"', 'a'],
    ['exactly the depth allowed', '[[[1]]]', [[[1]]]],
    ['brackets inside a string', '{"a":"[[[[[[{{{{"}', { a: '[[[[[[{{{{' }],
    ['an escaped quote before brackets', '{"a":"\\"[[[[["}', { a: '"[[[[[' }],
    ['an escaped backslash at the end of a string', '["\\\\",[["a"]]]', ['\\', [['a']]]],
    ['siblings, which do not add up', '[[[]],[[]],[[]],[[]]]', [[[]], [[]], [[]], [[]]]],
    ['letters outside ASCII', '{"é":"日本語😀"}', { é: '日本語😀' }],
    ['a byte order mark', '\uFEFF[1]', [1]],
  ])('reads %s', (_name, text, value) => {
    expect(parseCappedJson(bytes(text), caps)).toEqual({ ok: true, value });
  });

  it.each<[string, Uint8Array, JsonRefusal]>([
    ['one level too many', bytes('[[{"a":[1]}]]'), { reason: 'too-deep', position: 7, maxDepth: 3 }],
    ['too many bytes', bytes(`"${'a'.repeat(999)}"`), { reason: 'too-large', bytes: 1001, maxBytes: 1000 }],
    ['a page of HTML', bytes('<!doctype html><p>Sorry</p>'), { reason: 'not-json' }],
    ['nothing at all', bytes(''), { reason: 'not-json' }],
    ['a document cut off inside a string', bytes('{"a":"b'), { reason: 'not-json' }],
    ['a document cut off after a backslash', bytes('"\\'), { reason: 'not-json' }],
    ['more closed than opened', bytes(']]]]'), { reason: 'not-json' }],
    ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), { reason: 'not-utf8' }],
  ])('refuses %s', (_name, document, refusal) => {
    expect(parseCappedJson(document, caps)).toEqual({ ok: false, refusal });
  });

  it('reads a member called __proto__ as a member, not as the prototype', () => {
    const read = parseCappedJson(bytes('{"__proto__":{"polluted":true}}'), caps);
    expect(read.ok && Object.hasOwn(read.value as object, '__proto__')).toBe(true);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('reads whatever JSON.stringify writes within the caps, and says the same', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
        const text = JSON.stringify(value);
        const read = parseCappedJson(bytes(text), { maxBytes: 10_000_000, maxDepth: 64 });
        expect(read.ok && JSON.stringify(read.value)).toBe(text);
      }),
    );
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (document) => {
        expect(typeof parseCappedJson(document, caps).ok).toBe('boolean');
      }),
    );
  });

  it.each([
    ['nested arrays', new Uint8Array(10_000_000).fill('['.charCodeAt(0))],
    ['one endless string', new Uint8Array(10_000_000).fill('"'.charCodeAt(0), 0, 1).fill(97, 1)],
  ])('refuses 10 MB of %s within 100 ms of processor time', (_name, document) => {
    const before = process.cpuUsage();
    const read = parseCappedJson(document, { maxBytes: 10_000_000, maxDepth: 64 });
    const { user, system } = process.cpuUsage(before);
    expect(read.ok).toBe(false);
    expect((user + system) / 1000).toBeLessThan(100);
  });

  it('finds depth that comes last of 10 MB within 100 ms of processor time', () => {
    const document = bytes(`["${'a'.repeat(9_000_000)}",${'{},'.repeat(300_000)}[[[[1]]]]]`);
    const before = process.cpuUsage();
    const read = parseCappedJson(document, { maxBytes: 10_000_000, maxDepth: 3 });
    const { user, system } = process.cpuUsage(before);
    expect(read).toMatchObject({ ok: false, refusal: { reason: 'too-deep' } });
    expect((user + system) / 1000).toBeLessThan(100);
  });
});
