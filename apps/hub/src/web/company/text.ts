import { defineTexts } from '@lading/kit/text';

export const texts = defineTexts({
  title: { en: 'Company', fr: 'Entreprise' },
  keeping: { en: 'How long data is kept', fr: 'Durée de conservation' },
  keepingLead: {
    en: 'What is older is deleted within a day. Where this company keeps its data longest of all on this hub, it leaves with the whole month, at most 31 days later, into an archive that only the hub’s operator can reach.',
    fr: 'Ce qui est plus ancien est supprimé en moins d’un jour. Si cette entreprise est celle qui conserve le plus longtemps sur ce serveur, ses données partent avec le mois entier, au plus 31 jours plus tard, dans une archive que seul l’exploitant peut consulter.',
  },
  rawDays: { en: 'Answers as received, in days', fr: 'Réponses telles que reçues, en jours' },
  rawHint: {
    en: '{minimum} to {maximum}; usually {usual}. As long as they are kept, data can be read anew from them.',
    fr: 'De {minimum} à {maximum}; d’habitude {usual}. Tant qu’elles sont conservées, les données peuvent en être relues.',
  },
  eventDays: {
    en: 'Parcels after their last event, in days',
    fr: 'Colis après leur dernier événement, en jours',
  },
  eventHint: {
    en: '{minimum} to {maximum}; usually {usual}. A parcel goes with its events and where each came from.',
    fr: 'De {minimum} à {maximum}; d’habitude {usual}. Un colis part avec ses événements et leur provenance.',
  },
  order: {
    en: 'Answers cannot be kept longer than parcels.',
    fr: 'Les réponses ne peuvent pas être conservées plus longtemps que les colis.',
  },
  bounds: {
    en: 'A whole number from {minimum} to {maximum}.',
    fr: 'Un nombre entier de {minimum} à {maximum}.',
  },
  save: { en: 'Save', fr: 'Enregistrer' },
  saved: { en: 'Saved.', fr: 'Enregistré.' },
  shorten: { en: 'Keep data for a shorter time?', fr: 'Conserver moins longtemps?' },
  shortenText: {
    en: 'What is older than the new limits is deleted for good, and nobody can bring it back.',
    fr: 'Ce qui dépasse les nouvelles limites est supprimé définitivement, et personne ne peut le récupérer.',
  },
  shortenYes: { en: 'Shorten', fr: 'Raccourcir' },
  storage: { en: 'Storage', fr: 'Stockage' },
  storageLead: {
    en: 'What this company’s data takes, without indexes.',
    fr: 'Ce qu’occupent les données de cette entreprise, sans les index.',
  },
  what: { en: 'What', fr: 'Quoi' },
  rows: { en: 'Number', fr: 'Nombre' },
  size: { en: 'Size', fr: 'Taille' },
  rawAnswers: { en: 'Answers as received', fr: 'Réponses telles que reçues' },
  rawSize: {
    en: '{stored} compressed, {received} as received',
    fr: '{stored} compressé, {received} à la réception',
  },
  events: { en: 'Events', fr: 'Événements' },
  parcels: { en: 'Parcels', fr: 'Colis' },
  estimated: { en: 'about {size} (estimated)', fr: 'environ {size} (estimation)' },
  since: { en: 'since {when}', fr: 'depuis le {when}' },
  repeated: {
    en: '{count} of the answers say what another one says: readings by date overlap.',
    fr: '{count} des réponses disent ce qu’une autre dit déjà : les lectures par date se chevauchent.',
  },
});
