import { defineTexts } from '@lading/kit/text';

/** What letters say; `{…}` are filled by the letter. */
export const subjects = defineTexts({
  'reauthorization-required': {
    en: '{company}: “{name}” must be authorized again',
    fr: '{company} : « {name} » doit être autorisée de nouveau',
  },
  invitation: {
    en: '{inviter} invites you to {company} on Lading',
    fr: '{inviter} vous invite dans {company} sur Lading',
  },
  'password-reset': {
    en: 'Choose a new password for Lading',
    fr: 'Choisissez un nouveau mot de passe pour Lading',
  },
  'hand-over': {
    en: '{company}: carrier user for Quantum View Data',
    fr: '{company} : utilisateur du transporteur pour Quantum View Data',
  },
});

export const bodies = defineTexts({
  'reauthorization-required': {
    en: `The carrier no longer accepts the authorization of “{name}”: {fault}

Nothing that the carrier keeps for you is lost if you authorize again within seven days. What arrived until now stays.

Authorize again: {link}`,
    fr: `Le transporteur n’accepte plus l’autorisation de « {name} » : {fault}

Rien de ce que le transporteur conserve pour vous n’est perdu si vous autorisez de nouveau d’ici sept jours. Ce qui est arrivé jusqu’ici reste.

Autoriser de nouveau : {link}`,
  },
  invitation: {
    en: `{inviter} invites you to see the parcels of {company} on Lading.

Accept the invitation: {link}

The link works once, until {until}. If you do not know {inviter}, do nothing.`,
    fr: `{inviter} vous invite à voir les colis de {company} sur Lading.

Accepter l’invitation : {link}

Le lien fonctionne une fois, jusqu’au {until}. Si vous ne connaissez pas {inviter}, ne faites rien.`,
  },
  'password-reset': {
    en: `Somebody, probably you, asked for a new password for {email}.

Choose it here: {link}

The link works once, until {until}. If it was not you, do nothing: your password stays as it is.`,
    fr: `Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour {email}.

Choisissez-le ici : {link}

Le lien fonctionne une fois, jusqu’au {until}. Si ce n’était pas vous, ne faites rien : votre mot de passe reste le même.`,
  },
  'hand-over': {
    en: `{administrator} of {company} hands over the carrier user whose subscriptions Lading will read:

User name: {userName}
E-mail: {email}

Enter the subscription names for {company} on the desk: {link}

There is no password here, and none is needed. Never ask for it.`,
    fr: `{administrator}, de {company}, transmet l’utilisateur du transporteur dont Lading lira les abonnements :

Nom d’utilisateur : {userName}
Courriel : {email}

Entrez les noms d’abonnement de {company} sur la page du succès client : {link}

Il n’y a pas de mot de passe ici, et il n’en faut pas. Ne le demandez jamais.`,
  },
});

export const signature = defineTexts({
  sent: {
    en: 'Sent by the Lading hub at {hub}. Nobody reads answers to this address.',
    fr: 'Envoyé par le hub Lading à {hub}. Personne ne lit les réponses à cette adresse.',
  },
});
