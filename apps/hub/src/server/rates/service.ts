import type { AddressValidationResponse } from '@lading/contract/address-street/schema';
import { Problem } from '@lading/kit/errors';
import type { CarrierFault } from '@lading/sdk/errors';
import { isCarrierFault } from '@lading/sdk/errors';
import type { PlaceCandidates, RateAnswer, RatePlace, RateQuestion } from '../../api/rates.ts';
import type { Opening } from '../carrier/opening.ts';
import type { Hub } from '../hub.ts';
import type { EnvironmentName } from '../tables.ts';
import { answerOf, requestOf } from './question.ts';

type Ready = Extract<Opening, { readonly kind: 'ready' }>;

/** The company, and the side of the carrier that it looks at. */
export interface Asker {
  readonly tenantId: string;
  readonly environment: EnvironmentName;
}

/** Asks the carrier what the parcels cost, service by service. @throws `RATES_NOT_CONNECTED`, `CARRIER_REFUSED` */
export async function askRates(hub: Hub, asker: Asker, question: RateQuestion): Promise<RateAnswer> {
  const opening = await openAny(hub, asker);
  const answer = await saidBy(opening.client.rating.shopWithTransit(requestOf(question), accessOf(opening)));
  return answerOf(answer, opening.environment);
}

/** What the carrier takes a place of the United States or Puerto Rico for; it knows no others. */
export async function askPlaces(hub: Hub, asker: Asker, place: RatePlace): Promise<PlaceCandidates> {
  if (place.country !== 'US' && place.country !== 'PR') return { places: [] };
  const opening = await openAny(hub, asker);
  const { postalCode, city, region, country } = place;
  const AddressKeyFormat = {
    ...(city ? { PoliticalDivision2: city } : {}),
    ...(region ? { PoliticalDivision1: region } : {}),
    ...(postalCode ? { PostcodePrimaryLow: postalCode } : {}),
    CountryCode: country,
  };
  const asked = opening.client.addressCity.validate({ XAVRequest: { AddressKeyFormat } }, accessOf(opening));
  return { places: placesOf(await saidBy(asked)) };
}

function placesOf({ XAVResponse }: AddressValidationResponse): RatePlace[] {
  return (XAVResponse.Candidate ?? []).map(({ AddressKeyFormat: found }) => ({
    postalCode: found.PostcodePrimaryLow ?? '',
    ...(found.PoliticalDivision2 ? { city: found.PoliticalDivision2 } : {}),
    ...(found.PoliticalDivision1 ? { region: found.PoliticalDivision1 } : {}),
    country: found.CountryCode ?? 'US',
  }));
}

function accessOf({ accessToken }: Ready) {
  return { access: { kind: 'token', accessToken } } as const;
}

/** The first of the company's integrations there that the carrier lets in. */
async function openAny(hub: Hub, { tenantId, environment }: Asker): Promise<Ready> {
  const ids = await hub.door.asTenant(tenantId, (tx) =>
    tx
      .selectFrom('integrations')
      .select('integration_id')
      .where('tenant_id', '=', tenantId)
      .where('environment', '=', environment)
      .where('status', '=', 'authorized')
      .where('removed_at', 'is', null)
      .orderBy('created_at')
      .execute(),
  );
  for (const { integration_id } of ids) {
    const opening = await hub.carrier.open(tenantId, integration_id);
    if (opening.kind === 'ready') return opening;
  }
  throw notConnected();
}

async function saidBy<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    throw isCarrierFault(error) ? carrierRefused(error) : error;
  }
}

const notConnected = (): Problem =>
  new Problem({
    code: 'RATES_NOT_CONNECTED',
    status: 409,
    text: {
      en: 'The carrier is not connected. An administrator connects it in Manage Integrations.',
      fr: 'Le transporteur n’est pas connecté. Un administrateur le connecte dans Gérer les intégrations.',
    },
  });

/** The carrier's own sentence, with what lies behind its code where we know it. */
const carrierRefused = ({ code, text, hint }: CarrierFault): Problem =>
  new Problem({
    code: 'CARRIER_REFUSED',
    status: 422,
    text: {
      en: `The carrier says: {text} ({code})${hint ? ` ${hint.en}` : ''}`,
      fr: `Le transporteur dit : {text} ({code})${hint ? ` ${hint.fr}` : ''}`,
    },
    params: { text, code },
    details: { carrierCode: code },
  });
