import type { Quote } from '@lading/carrier/rating/rules';
import { ratingAlerts as alerts } from '@lading/contract/rating/errors';
import type { CarrierError } from '@lading/contract/stated';
import type { JsonObject } from '../registry.ts';

const DELIVERY_AREA = '376';
const ADDITIONAL_HANDLING = '100';
const LARGE = '377';

/** What the carrier says beside a price. */
export function alertsOf({ published }: Quote): readonly JsonObject[] {
  const has = (code: string) => published.lines.some((line) => line.code === code);
  const handled = published.lines.filter(({ code }) => code === ADDITIONAL_HANDLING);
  return [
    alertOf(alerts.invoiceMayVary),
    ...(has(DELIVERY_AREA) ? [alertOf(alerts.deliveryArea)] : []),
    ...(has(LARGE) ? [alertOf(alerts.largePackage)] : []),
    ...handled.map(({ parcel }) => alertOf(alerts.additionalHandling, { index: String((parcel ?? 0) + 1) })),
  ];
}

/** Code and filled-in text of an alert. */
export function alertOf(
  { code, text }: CarrierError,
  params: Readonly<Record<string, string>> = {},
): JsonObject {
  const Description = text.replace(/\{(\w+)\}/g, (place, name: string) => params[name] ?? place);
  return { Code: code, Description };
}
