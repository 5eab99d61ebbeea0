import { describe, expect, it } from 'vitest';
import { hidingOf } from './hiding.ts';

const SECRET = 'p"ä\\ss+wo/rd';

async function streamed(text: string, size: number): Promise<string> {
  const bytes = Buffer.from(text);
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(bytes.subarray(at, at + size));
      at += size;
      if (at >= bytes.length) controller.close();
    },
  });
  return new Response(hidingOf([SECRET]).hideIn(body)).text();
}

describe('a secret that is repeated', () => {
  it.each([
    ['as it is', SECRET],
    ['in JSON', JSON.stringify(SECRET).slice(1, -1)],
    ['in JSON within JSON', JSON.stringify(JSON.stringify(SECRET)).slice(3, -3)],
    ['in an address', encodeURIComponent(SECRET)],
    ['in a form', new URLSearchParams({ v: SECRET }).toString().slice(2)],
    ['in hex', Buffer.from(SECRET).toString('hex')],
  ])('is hidden %s', (_name, written) => {
    expect(hidingOf([SECRET]).hide(`before ${written} after`)).toBe('before [hidden] after');
  });

  it.each(['', 'a', 'ab', 'abc', 'user:'])('is hidden in base64 behind "%s"', (before) => {
    for (const after of ['', 'x', 'yz']) {
      const text = Buffer.from(before + SECRET + after).toString('base64');
      const hidden = hidingOf([SECRET]).hide(text);
      expect(hidden).toContain('[hidden]');
      expect(Buffer.from(hidden.replace('[hidden]', ''), 'base64').toString('utf8')).not.toContain('ss+wo');
    }
  });

  it.each([1, 3, 7, 64])('is hidden in a body that comes by %i bytes', async (size) => {
    const text = `é${'x'.repeat(300)}${SECRET}${'y'.repeat(300)}${encodeURIComponent(SECRET)}é`;
    const expected = `é${'x'.repeat(300)}[hidden]${'y'.repeat(300)}[hidden]é`;
    expect(await streamed(text, size)).toBe(expected);
  });

  it('leaves everything else as it was, and does not look for what is too short', () => {
    expect(hidingOf([SECRET, 'a', '']).hide('a banana and a word')).toBe('a banana and a word');
    expect(hidingOf([]).hide('any text')).toBe('any text');
  });
});
