import { expect, it } from 'vitest';
import { formatSize } from './size.ts';

it.each([
  [0, '0 bytes', '0 o'],
  [999, '999 bytes', '999 o'],
  [1_000, '1 kB', '1 ko'],
  [1_340_000, '1.3 MB', '1,3 Mo'],
  [25_000_000_000, '25 GB', '25 Go'],
])('%i bytes are said in the largest fitting unit', (bytes, en, fr) => {
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
  expect(plain(formatSize(bytes, 'en'))).toBe(en);
  expect(plain(formatSize(bytes, 'fr'))).toBe(fr);
});
