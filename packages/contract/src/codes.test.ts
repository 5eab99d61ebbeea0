import { describe, expect, it } from 'vitest';
import * as oauthCodes from './oauth/codes.ts';
import { lifetimes, facts as oauthFacts } from './oauth/facts.ts';
import { errorHints as oauthHints } from './oauth/wire.ts';
import * as quantumViewCodes from './quantum-view/codes.ts';
import { facts as quantumViewFacts } from './quantum-view/facts.ts';
import { errorHints as quantumViewHints } from './quantum-view/wire.ts';
import { gatewayErrors } from './response/codes.ts';
import type { CarrierError, CodeName, Fact, Stated } from './stated.ts';

const errors: readonly CarrierError[] = [
  ...Object.values(gatewayErrors),
  ...Object.values(oauthCodes.oauthErrors),
  ...Object.values(oauthCodes.bearerErrors),
  ...Object.values(quantumViewCodes.quantumViewErrors),
];

const { quantumViewErrors, activityTypesWithNewDate, subscriptionStatusWords, fileStatusWords, ...tables } =
  quantumViewCodes;
const names: readonly CodeName[] = [
  ...errors,
  ...Object.values(oauthCodes.tokenStatuses),
  ...Object.values(tables).flatMap((table) => Object.values<CodeName>(table)),
];

const facts: readonly Fact<unknown>[] = [
  ...Object.values(lifetimes),
  ...Object.values(oauthFacts),
  ...Object.values(quantumViewFacts),
];
const stated: readonly Stated[] = [
  ...names,
  ...facts.flatMap(({ guide, today }) => [guide, today]).filter((side) => side !== undefined),
];

describe('the codes', () => {
  it('have a name in English and in French, and no two codes of a table share one', () => {
    expect(names.length).toBeGreaterThan(100);
    for (const { en, fr } of names) expect([en.trim(), fr.trim()]).toEqual([en, fr]);
    for (const table of Object.values(tables)) {
      const french = Object.values<CodeName>(table).map(({ fr }) => fr);
      expect(new Set(french).size).toBe(french.length);
    }
  });

  it('say where they come from', () => {
    for (const { source, evidence } of stated) {
      expect(source).not.toBe('');
      expect(['published', 'observed', 'invented']).toContain(evidence);
    }
  });

  it('give Quantum View errors inside a 200 with a severity, all others a refusing status without', () => {
    for (const { status, severity } of errors) {
      if (severity === undefined) expect(status).toBeGreaterThanOrEqual(400);
      else expect(status).toBe(200);
    }
  });

  it('belong to each hint', () => {
    const codes = new Set(errors.map(({ code }) => code));
    for (const code of Object.keys({ ...oauthHints, ...quantumViewHints })) expect(codes).toContain(code);
  });

  it('name the activity types that carry a new date and keep the carrier’s words short enough', () => {
    for (const code of activityTypesWithNewDate) expect(quantumViewCodes.activityTypes).toHaveProperty(code);
    for (const word of Object.values(subscriptionStatusWords)) expect(word.length).toBeLessThanOrEqual(9);
    for (const word of Object.values(fileStatusWords)) expect(word.length).toBeLessThanOrEqual(6);
    expect(quantumViewErrors.bookmarkInvalid.code).toBe('330015');
  });
});
