import type { Lane } from '@lading/carrier/rating/lane';
import { unratedOn, type WhyUnrated } from '@lading/carrier/rating/unrated-services';
import { ratingErrors } from '@lading/contract/rating/errors';
import { defineTexts, type Text } from '@lading/kit/text';
import { type Context, type Refusal, refuse } from '../registry.ts';

const whys: Readonly<Record<WhyUnrated, Text>> = defineTexts({
  agreement: {
    en: 'rating: the carrier offers this service to who agreed on it, at prices of that agreement; the model tariff has none',
    fr: 'rating : le transporteur offre ce service à qui en a convenu, aux prix de cette entente; le tarif modèle n’en a pas',
  },
  pallets: {
    en: 'rating: the carrier offers this service here, for pallets; the model tariff prices parcels',
    fr: 'rating : le transporteur offre ce service ici, pour des palettes; le tarif modèle évalue des colis',
  },
  'access-points': {
    en: 'rating: the carrier offers this service here, to access points; the model tariff has no price for it',
    fr: 'rating : le transporteur offre ce service ici, vers des points d’accès; le tarif modèle n’a aucun prix pour lui',
  },
  'same-day': {
    en: 'rating: the carrier offers this service here on the same day, within some towns; which ones is not known',
    fr: 'rating : le transporteur offre ce service ici le jour même, dans certaines villes; lesquelles n’est pas connu',
  },
  'few-lanes': {
    en: 'rating: the carrier offers this service within this country alone; the model tariff has no price for it',
    fr: 'rating : le transporteur offre ce service dans ce pays seulement; le tarif modèle n’a aucun prix pour lui',
  },
});

/** The carrier's refusal of a service that has no price on the lane; the inspector tells why. */
export function refuseUnrated({ note }: Context, code: string, lane: Lane): Refusal {
  const found = unratedOn(code, lane);
  if (found.is === 'offered') note(whys[found.why], 'invented');
  const isKnownHere = found.is === 'offered' || found.is === 'lane';
  return refuse(isKnownHere ? ratingErrors.serviceUnavailable : ratingErrors.serviceInvalid);
}
