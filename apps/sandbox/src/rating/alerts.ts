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
  const said = [alertOf(alerts.invoiceMayVary)];
  if (has(DELIVERY_AREA)) said.push(alertOf(alerts.deliveryArea));
  if (has(LARGE)) said.push(alertOf(alerts.largePackage));
  for (const { code, parcel } of published.lines) {
    if (code === ADDITIONAL_HANDLING) said.push(handlingAlert((parcel ?? 0) + 1));
  }
  return said;
}

/** Code and text of an alert that names nothing. */
export function alertOf({ code, text }: CarrierError): JsonObject {
  return { Code: code, Description: text };
}

function handlingAlert(number: number): JsonObject {
  const { code, text } = alerts.additionalHandling;
  return { Code: code, Description: text.replace('{index}', String(number)) };
}
