import { Problem } from '@lading/kit/errors';
import type { Locale } from '@lading/kit/text';
import { describe, expect, test } from 'vitest';
import { reportFailure } from './failure.ts';

function said(error: unknown, locale: Locale = 'en', isDebug = false): { lines: string[]; code: number } {
  const lines: string[] = [];
  const code = reportFailure(error, { locale, isDebug, write: (line) => lines.push(line) });
  return { lines, code };
}

const taken = new Problem({
  code: 'PORT_IN_USE',
  status: 500,
  text: { en: 'Port {port} is taken.', fr: 'Le port {port} est pris.' },
  params: { port: 3000 },
});
const unwritable = Object.assign(new Error('EACCES: permission denied'), {
  code: 'EACCES',
  path: '/srv/data',
});

describe('a failure is one sentence', () => {
  test('a problem of ours speaks the language of the person', () => {
    expect(said(taken, 'fr')).toEqual({ lines: ['Le port 3000 est pris.'], code: 1 });
  });

  test('a refusal of the system names the folder', () => {
    expect(said(unwritable).lines[0]).toContain('/srv/data');
    expect(said(unwritable, 'fr').lines[0]).toContain('Vous ne pouvez pas écrire dans /srv/data');
  });

  test('anything else keeps its own words and says how to see more', () => {
    const { lines } = said(new Error('the moon is full'));
    expect(lines).toEqual([
      'Lading had to stop: the moon is full',
      'Run the command again with --debug to see where.',
    ]);
  });

  test('--debug shows the stack below the sentence', () => {
    expect(said(taken, 'en', true).lines[1]).toContain('failure.test.ts');
  });
});
