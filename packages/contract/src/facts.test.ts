import { describe, expect, it } from 'vitest';
import { facts as addressCity } from './address-city/facts.ts';
import { facts as addressStreet } from './address-street/facts.ts';
import { facts as dangerousGoods } from './dangerous-goods/facts.ts';
import { facts as locator } from './locator/facts.ts';
import * as oauth from './oauth/facts.ts';
import { facts as paperless } from './paperless/facts.ts';
import { facts as pickup } from './pickup/facts.ts';
import { facts as preNotification } from './pre-notification/facts.ts';
import { facts as quantumView } from './quantum-view/facts.ts';
import { facts as rating } from './rating/facts.ts';
import { facts as shipping } from './shipping/facts.ts';
import { facts as signatureTracking } from './signature-tracking/facts.ts';
import { type Fact, sources, valueUnder } from './stated.ts';
import { facts as timeInTransit } from './time-in-transit/facts.ts';
import { facts as tracking } from './tracking/facts.ts';
import { facts as trade } from './trade/facts.ts';

const apis: Readonly<Record<string, Readonly<Record<string, Fact<unknown>>>>> = {
  oauth: { ...oauth.facts, ...oauth.lifetimes },
  'quantum-view': quantumView,
  rating,
  shipping,
  'address-city': addressCity,
  'address-street': addressStreet,
  'dangerous-goods': dangerousGoods,
  locator,
  paperless,
  pickup,
  'pre-notification': preNotification,
  'signature-tracking': signatureTracking,
  'time-in-transit': timeInTransit,
  trade,
  tracking,
};

describe('the facts', () => {
  const all = Object.entries(apis).flatMap(([slug, facts]) =>
    Object.entries(facts).map(([name, fact]) => [`${slug} ${name}`, fact] as const),
  );

  it.each(all)('%s: stands on at least one side and says where it comes from', (_name, { guide, today }) => {
    const sides = [guide, today].filter((side) => side !== undefined);
    expect(sides).not.toHaveLength(0);
    for (const { source, evidence } of sides) {
      expect(source).not.toBe('');
      expect(['published', 'observed', 'invented']).toContain(evidence);
    }
  });

  it('give the value of the side that is set, or of the other where that one is silent', () => {
    const both = {
      guide: { value: 10, ...sources.ours('a test') },
      today: { value: 15, ...sources.ours('') },
    };
    expect(valueUnder(both, 'guide')).toBe(10);
    expect(valueUnder(both, 'today')).toBe(15);
    expect(valueUnder({ guide: both.guide }, 'today')).toBe(10);
    expect(valueUnder({ today: both.today }, 'guide')).toBe(15);
    expect(valueUnder({}, 'guide')).toBeUndefined();
  });
});
