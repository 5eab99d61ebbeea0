import { addressCityErrors } from '@lading/contract/address-city/codes';
import { facts } from '@lading/contract/address-street/facts';
import { valueUnder } from '@lading/contract/stated';
import { type NormalisedRequest, type Refusal, refuse } from '../registry.ts';
import type { World } from '../world/world.ts';

/**
 * How many candidates an answer may hold: what the request asks for, under the cap in force (guide 10; today 15, at
 * most 50). The guide knows no way to ask for more, so under it what is beyond counts as the cap.
 */
export function capOf({ rules }: World, { query }: NormalisedRequest): number | Refusal {
  const usual = valueUnder(facts.candidates, rules) ?? 0;
  const most = valueUnder(facts.maximumCandidates, rules) ?? usual;
  const text = query.get(SIZE) ?? '';
  if (text === '') return usual;
  const wanted = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (wanted <= most) return wanted;
  if (rules === 'guide' && wanted > most) return most;
  return refuse(addressCityErrors.fieldInvalid, { field: SIZE, value: text.slice(0, 100) });
}

const SIZE = 'maximumcandidatelistsize';
