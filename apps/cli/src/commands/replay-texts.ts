import { defineTexts } from '@lading/kit/text';

export const replayTexts = defineTexts({
  replay: {
    en: 'Read the raw archive anew with the newest reader; asks nothing of the carrier.',
    fr: 'Relire l’archive brute avec le lecteur le plus récent; ne demande rien au transporteur.',
  },
  from: {
    en: 'received from this day or instant on (UTC)',
    fr: 'reçu à partir de ce jour ou de cet instant (UTC)',
  },
  to: {
    en: 'received before this day or instant (UTC)',
    fr: 'reçu avant ce jour ou cet instant (UTC)',
  },
  subscription: { en: 'only the subscription of this name', fr: 'seulement l’abonnement de ce nom' },
  done: {
    en: '{answers} answers read anew, {retold} parts told, {released} answers released.',
    fr: '{answers} réponses relues, {retold} parties reprises, {released} réponses libérées.',
  },
  heldBack: {
    en: '{heldBack} still could not be read and are kept whole.',
    fr: '{heldBack} n’ont toujours pas pu être lues et sont conservées entières.',
  },
  busy: {
    en: 'Being read at this moment, and left alone: {names}. Try again.',
    fr: 'En cours de lecture, donc laissés de côté : {names}. Réessayez.',
  },
});
