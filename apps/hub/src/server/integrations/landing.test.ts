import { describe, expect, it } from 'vitest';
import { landingPage } from './landing.ts';

const outcomes = ['authorized', 'refused', 'failed', 'expired', 'unknown'] as const;

describe('the popup’s last page', () => {
  it('says on success, word for word, that the window can be closed', () => {
    expect(landingPage('authorized', 'en', 'n')).toContain('You can now safely close the popup window.');
  });

  it.each(outcomes)('has a sentence of its own for "%s" in both languages', (outcome) => {
    const english = landingPage(outcome, 'en', 'n');
    const french = landingPage(outcome, 'fr', 'n');
    expect(english).toContain('lang="en"');
    expect(french).toContain('lang="fr-CA"');
    expect(english).not.toBe(french);
    const others = outcomes.filter((other) => other !== outcome);
    for (const other of others) expect(landingPage(other, 'en', 'n')).not.toBe(english);
  });

  it.each(outcomes)('needs no script for "%s"', (outcome) => {
    expect(landingPage(outcome, 'en', 'n')).not.toContain('<script');
  });
});
