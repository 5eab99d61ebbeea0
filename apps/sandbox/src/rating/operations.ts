import { deliveryAreaOf } from '@lading/carrier/rating/delivery-area';
import type { LaneEnd } from '@lading/carrier/rating/lane';
import {
  isQuote,
  type NoQuote,
  type Quote,
  quote,
  quotes,
  type RatingTables,
} from '@lading/carrier/rating/rules';
import type { Contract, RatedQuestion } from '@lading/carrier/rating/shipment';
import { transitBy } from '@lading/carrier/time-in-transit/rules';
import { ratingAlerts as alerts, ratingErrors as errors } from '@lading/contract/rating/errors';
import { rate } from '@lading/contract/rating/wire';
import { accountsStore, userAndAccount } from '../accounts/store.ts';
import type { PlacesShelf } from '../address-city/store.ts';
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
  const read = readRequest(context, request);
  if (isRefusal(read)) return read;
  const placed = await placedAt(parts.places, read);
  if (isRefusal(placed)) return placed;
  const tables = await parts.tables();
  const agreement = agreementOf(context, placed);
  const found = quotesOf(placed, agreement.contract, tables);
  if ('reason' in found) return refuseQuote(placed, found);
  context.note(notes.model, 'invented');
  for (const one of found) explain(context, one);
  return { body: responseOf(placed, found, agreement.isRefused, tables, context.world.profile) };
}

function responseOf(
  asked: AskedRate,
  found: readonly Quote[],
  isNegotiationRefused: boolean,
  tables: RatingTables,
  profile: Profile,
): JsonObject {
  const said = [
    alertOf(alerts.invoiceMayVary),
    ...(isNegotiationRefused ? [alertOf(alerts.notQualifiedForNegotiated)] : []),
    ...(asked.isDateChanged ? [alertOf(alerts.dateChanged)] : []),
  ];
  const reference = asked.customerContext;
  return {
    RateResponse: {
      Response: {
        ResponseStatus: { Code: '1', Description: 'Success' },
        Alert: said,
        ...(reference === undefined ? {} : { TransactionReference: { CustomerContext: reference } }),
      },
      RatedShipment: found.map((one) => ratedShipment(asked, one, transitOf(asked, one, tables), profile)),
    },
  };
}

function transitOf(
  { question, shipSecond, isDocuments }: AskedRate,
  { service }: Quote,
  tables: RatingTables,
) {
  const { lane, day, isHome, deliveryArea } = question;
  const asked = { lane, shipDay: day, shipSecond, isHome, deliveryArea, isDocuments };
  return transitBy(asked, service, tables.zoneCharts);
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

/** Holds ZIP codes of the United States against their states, and finds the delivery area. */
async function placedAt(loadPlaces: PlacesShelf, asked: AskedRate): Promise<AskedRate | Refusal> {
  const { from, to } = asked.question.lane;
  const places = await loadPlaces();
  for (const end of [from, to]) {
    if (!isUnitedStatesAddress(end)) continue;
    const cities = places.byCode(end.postalCode.slice(0, 5));
    const isFitting =
      cities.length > 0 && (end.state === '' || cities.some(({ state }) => state === end.state));
    if (!isFitting) return refuse(errors.postalCodeInvalid, { ...end });
  }
  if (!isUnitedStatesAddress(to)) return asked;
  const deliveryArea = deliveryAreaOf(to, places.position(to.postalCode.slice(0, 5)));
  return { ...asked, question: { ...asked.question, deliveryArea } };
}

/** Puerto Rico may stand as a country of its own, whose codes need no state. */
function isUnitedStatesAddress({ country }: LaneEnd): boolean {
  return country === 'US';
}
