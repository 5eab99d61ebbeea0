import type { Slug } from '@lading/contract/operation';
import type { Setting } from '../meanings.ts';
import type { Ask } from '../target.ts';
import { addressSeeds, citySeeds } from './address.ts';
import type { ApiSeeds } from './api-seeds.ts';
import { oauthSeeds } from './oauth.ts';
import { quantumViewSeeds } from './quantum-view.ts';
import { ratingSeeds } from './rating.ts';
import { timeInTransitSeeds } from './time-in-transit.ts';

const seeds: Readonly<Partial<Record<Slug, ApiSeeds>>> = {
  'address-city': citySeeds,
  'address-street': addressSeeds,
  oauth: oauthSeeds,
  'quantum-view': quantumViewSeeds,
  rating: ratingSeeds,
  'time-in-transit': timeInTransitSeeds,
};

/** The seeds of an operation; without any, requests are made from its schema alone. */
export function seedsOf(slug: Slug, operationId: string, setting: Setting): readonly Ask[] {
  return seeds[slug]?.(setting)[operationId] ?? [{}];
}
