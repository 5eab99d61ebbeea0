import type { Places } from '@lading/carrier/places/places';
import {
  isQuote,
  type NoQuote,
  type Quote,
  quote,
  quotes,
  type RatingTables,
} from '@lading/carrier/rating/rules';
import type { Contract, RatedQuestion } from '@lading/carrier/rating/shipment';
import { timetableOf } from '@lading/carrier/time-in-transit/rules';
import { ratingAlerts as alerts, ratingErrors as errors } from '@lading/contract/rating/errors';
import { rate } from '@lading/contract/rating/wire';
import { accountsStore, userAndAccount } from '../accounts/store.ts';
import {
  type Context,
  isRefusal,
  type JsonObject,
  type NormalisedRequest,
  type Outcome,
  operation,
  type Refusal,
  type RegisteredOperation,
  refuse,
} from '../registry.ts';
import type { Profile } from '../world/settings.ts';
import { alertOf } from './alerts.ts';
import { ratedShipment } from './answer.ts';
import { explain, notes } from './notes.ts';
import { type AskedRate, readRequest } from './request.ts';
import type { RatingParts } from './store.ts';

/** `POST /api/rating/{version}/{requestoption}`: one service or all of the lane, with or without times. */
export function ratingOperations(parts: RatingParts): readonly RegisteredOperation[] {
  return [operation(rate, (context, request) => answer(parts, context, request))];
}

async function answer(parts: RatingParts, context: Context, request: NormalisedRequest): Promise<Outcome> {
  const [places, tables] = await Promise.all([parts.places(), parts.tables()]);
  const asked = readRequest(context, request, places);
  if (isRefusal(asked)) return asked;
  const misplaced = refusePlaces(asked, places);
  if (misplaced !== null) return misplaced;
  const agreement = agreementOf(context, asked);
  const found = quotesOf(asked, agreement.contract, tables);
  if ('reason' in found) return refuseQuote(asked, found);
  context.note(notes.model, 'invented');
  for (const one of found) explain(context, one);
  return { body: responseOf(asked, found, agreement.isRefused, tables, context.world.profile) };
}

function responseOf(
  asked: AskedRate,
  found: readonly Quote[],
  isNegotiationRefused: boolean,
  tables: RatingTables,
  profile: Profile,
): JsonObject {
  const said = [alertOf(alerts.invoiceMayVary)];
  if (isNegotiationRefused) said.push(alertOf(alerts.notQualifiedForNegotiated));
  if (asked.isDateChanged) said.push(alertOf(alerts.dateChanged));
  const reference = asked.customerContext;
  const transitBy = timetable(asked, tables);
  return {
    RateResponse: {
      Response: {
        ResponseStatus: { Code: '1', Description: 'Success' },
        Alert: said,
        TransactionReference: reference === undefined ? undefined : { CustomerContext: reference },
      },
      RatedShipment: found.map((one) => ratedShipment(asked, one, transitBy(one.service), profile)),
    },
  };
}

function timetable({ question, shipSecond, isDocuments }: AskedRate, { zoneCharts }: RatingTables) {
  const { lane, day, isHome, deliveryArea } = question;
  return timetableOf({ lane, shipDay: day, shipSecond, isHome, deliveryArea, isDocuments }, zoneCharts);
}

function quotesOf(
  { question, service }: AskedRate,
  contract: Contract | null,
  tables: RatingTables,
): readonly Quote[] | NoQuote {
  if (service === null) {
    const all = quotes(question, contract, tables);
    return all.length > 0 ? all : (firstReason(question, tables) ?? { reason: 'no-service' });
  }
  const found = quote(question, service, contract, tables);
  return isQuote(found) ? [found] : found;
}

/** A parcel over the limits is refused by every service alike. */
function firstReason(question: RatedQuestion, tables: RatingTables): NoQuote | null {
  const found = quote(question, '03', null, tables);
  return isQuote(found) || found.reason !== 'limit' ? null : found;
}

function refuseQuote({ service }: AskedRate, { reason, ...rest }: NoQuote): Refusal {
  if (reason !== 'limit') return refuse(service === null ? errors.noServices : errors.serviceUnavailable);
  const limits = { weight: errors.tooHeavy, length: errors.tooLong, lengthPlusGirth: errors.tooLarge };
  return refuse('limit' in rest ? limits[rest.limit] : errors.tooLarge);
}

/** Negotiated rates go to who passed the authentication of the account, everybody else sees the published ones. */
function agreementOf(
  { world, caller, note }: Context,
  { negotiatedFor }: AskedRate,
): { readonly contract: Contract | null; readonly isRefused: boolean } {
  if (negotiatedFor === null) return { contract: null, isRefused: false };
  const { contracts, qualified } = world.state(accountsStore);
  const isQualified = qualified.has(userAndAccount(caller?.userName ?? '', negotiatedFor));
  const contract = contracts.get(negotiatedFor);
  if (isQualified && contract !== undefined) return { contract, isRefused: false };
  note(notes.publishedOnly, 'published');
  return { contract: null, isRefused: true };
}

/** Holds ZIP codes of the United States against their states; Puerto Rico as a country of its own needs no state. */
function refusePlaces({ question }: AskedRate, places: Places): Refusal | null {
  const { from, to } = question.lane;
  for (const end of [from, to]) {
    if (end.country !== 'US') continue;
    const cities = places.byCode(end.postalCode.slice(0, 5));
    const isFitting =
      cities.length > 0 && (end.state === '' || cities.some(({ state }) => state === end.state));
    if (!isFitting) return refuse(errors.postalCodeInvalid, { ...end });
  }
  return null;
}
