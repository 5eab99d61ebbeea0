import { deviations as addressStreet } from '../address-street/deviations.ts';
import { deviations as dangerousGoods } from '../dangerous-goods/deviations.ts';
import type { Deviation } from '../deviation.ts';
import { deviations as locator } from '../locator/deviations.ts';
import type { Slug } from '../operation.ts';
import { deviations as paperless } from '../paperless/deviations.ts';
import { deviations as pickup } from '../pickup/deviations.ts';
import { deviations as preNotification } from '../pre-notification/deviations.ts';
import { deviations as quantumView } from '../quantum-view/deviations.ts';
import { deviations as rating } from '../rating/deviations.ts';
import { deviations as shipping } from '../shipping/deviations.ts';
import { deviations as timeInTransit } from '../time-in-transit/deviations.ts';
import { deviations as trade } from '../trade/deviations.ts';

const bySlug: Readonly<Partial<Record<Slug, readonly Deviation[]>>> = Object.freeze({
  'address-city': addressStreet,
  'address-street': addressStreet,
  'dangerous-goods': dangerousGoods,
  locator,
  paperless,
  pickup,
  'pre-notification': preNotification,
  'quantum-view': quantumView,
  rating,
  shipping,
  'time-in-transit': timeInTransit,
  trade,
});

/** The patch list of an API: where its schemas differ from the carrier's file, and why. */
export function deviationsOf(slug: Slug): readonly Deviation[] {
  return bySlug[slug] ?? [];
}
