import { deliveryAreaOf } from '@lading/carrier/rating/delivery-area';
import { type Transit, transits } from '@lading/carrier/time-in-transit/rules';
import type { CarrierError } from '@lading/contract/stated';
import { timeInTransitErrors as errors } from '@lading/contract/time-in-transit/codes';
import { facts } from '@lading/contract/time-in-transit/facts';
import { services } from '@lading/contract/time-in-transit/wire';
import { defineTexts, type Text } from '@lading/kit/text';
import { textAt } from '../rating/reading.ts';
import {
  type Answer,
  type Context,
  type JsonObject,
  type NormalisedRequest,
  operation,
  type RegisteredOperation,
} from '../registry.ts';
import { candidateOf, emsResponse } from './answer.ts';
import { type AskedPlace, type Found, findPlace, readPlace } from './places.ts';
import { type AskedTerms, readTerms } from './request.ts';
import type { TransitShelves } from './store.ts';

/** `POST /api/shipments/{version}/transittimes`: the services of a lane with their days. */
export function timeInTransitOperations(shelves: TransitShelves): readonly RegisteredOperation[] {
  return [operation(services, (context, request) => answer(shelves, context, request))];
}

async function answer(
  shelves: TransitShelves,
  context: Context,
  { body }: NormalisedRequest,
): Promise<Answer> {
  const [places, tables] = await Promise.all([shelves.places(), shelves.tables()]);
  const from = readPlace(body, 'origin', '');
  const to = readPlace(body, 'destination', from.country);
  const [origin, destination] = [findPlace(from, places), findPlace(to, places)];
  if ('nothing' in origin) return refuseWith(context, errors.originInvalid);
  if ('nothing' in destination) return refuseWith(context, errors.destinationInvalid);
  if (!('place' in origin && 'place' in destination))
    return pickLists(body, { origin, destination, from, to });
  const lane = { from: origin.place, to: destination.place };
  const terms = readTerms(body, lane, context.world.now());
  if ('error' in terms) return refuseWith(context, terms.error);
  const code = lane.to.postalCode.slice(0, 5);
  const deliveryArea = deliveryAreaOf(lane.to, lane.to.country === 'US' ? places.position(code) : null);
  const found = transits({ lane, deliveryArea, ...terms }, tables.zoneCharts);
  if (found.length === 0) return refuseWith(context, errors.noService);
  for (const transit of found) explain(context, transit, terms);
  const ends = { origin: lane.from, destination: lane.to };
  return { body: { emsResponse: emsResponse(body, ends, terms, found) } };
}

/** The places that were not clear, with what they could mean, as many as asked. */
function pickLists(
  body: JsonObject,
  ends: {
    readonly origin: Found;
    readonly destination: Found;
    readonly from: AskedPlace;
    readonly to: AskedPlace;
  },
): Answer {
  const { origin, destination, from, to } = ends;
  const most = Number(textAt(body, 'maxList') ?? facts.listSize.today.value) || facts.listSize.today.value;
  const listed = (found: Found, { country }: AskedPlace) =>
    'candidates' in found ? found.candidates.slice(0, most).map((one) => candidateOf(one, country)) : [];
  const [origins, destinations] = [listed(origin, from), listed(destination, to)];
  return {
    body: {
      validationList: { destinationAmbiguous: destinations.length > 0, originAmbiguous: origins.length > 0 },
      ...(destinations.length > 0 ? { destinationPickList: destinations } : {}),
      ...(origins.length > 0 ? { originPickList: origins } : {}),
    },
  };
}

/** The envelope of this API lacks the member `response` around its errors. */
function refuseWith({ note }: Context, { code, text, status, en, fr, evidence }: CarrierError): Answer {
  const told = (words: string) => `${code} ${words}`;
  note({ en: told(en), fr: told(fr) }, evidence);
  return { status, body: { errors: [{ code, message: text }] } };
}

const words = defineTexts({
  days: { en: 'business days', fr: 'jours ouvrables' },
  rest: { en: 'rest days', fr: 'jours de repos' },
  holidays: { en: 'holidays', fr: 'jours fériés' },
  customs: { en: 'at customs', fr: 'à la douane' },
});

function explain({ note }: Context, transit: Transit, terms: AskedTerms): void {
  note(() => daysOf(transit, terms), 'invented');
}

function daysOf(transit: Transit, { isHome }: AskedTerms): Text {
  const door = isHome ? '01' : '02';
  const { level, businessDays, restDays, holidays, customsDays } = transit;
  const told = (language: 'en' | 'fr') => {
    const counts = [
      `${businessDays} ${words.days[language]}`,
      `${restDays} ${words.rest[language]}`,
      `${holidays} ${words.holidays[language]}`,
      `${customsDays} ${words.customs[language]}`,
    ];
    return `time-in-transit ${level} (${door}): ${counts.join(', ')}`;
  };
  return { en: told('en'), fr: told('fr') };
}
