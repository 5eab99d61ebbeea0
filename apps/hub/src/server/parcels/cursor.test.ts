import { describe, expect, it } from 'vitest';
import { readCursor, readLateCursor, writeCursor } from './cursor.ts';

const position = { shippedOn: '2026-03-02', parcelId: '0190a5d0-0000-7000-8000-000000000001' };

describe('the cursor of the parcel list', () => {
  it('gives back the position it was made from', () => {
    expect(readCursor(writeCursor(position))).toEqual(position);
  });

  it('gives back the position among the late ones', () => {
    const late = { lateAfter: '2026-03-02T05:00:00.000Z', parcelId: position.parcelId };
    expect(readLateCursor(writeCursor(late))).toEqual(late);
  });

  it('refuses the cursor of another order', () => {
    const late = { lateAfter: '2026-03-02T05:00:00.000Z', parcelId: position.parcelId };
    expect(() => readCursor(writeCursor(late))).toThrow();
    expect(() => readLateCursor(writeCursor(position))).toThrow();
  });

  it.each([
    ['nothing', ''],
    ['text that is no cursor', 'abc'],
    ['a day that does not exist', Buffer.from(`2026-13-40 ${position.parcelId}`).toString('base64url')],
    ['an id that is none', Buffer.from("2026-03-02 ' or 1=1").toString('base64url')],
    ['words behind it', Buffer.from(`2026-03-02 ${position.parcelId}x`).toString('base64url')],
  ])('refuses %s', (_name, cursor) => {
    expect(() => readCursor(cursor)).toThrow(expect.objectContaining({ code: 'INVALID_CURSOR' }));
  });
});
