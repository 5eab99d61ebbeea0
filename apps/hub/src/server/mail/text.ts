import { defineTexts } from '@lading/kit/text';

/** What letters say; `{…}` are filled by the letter. */
export const subjects = defineTexts({
  'reauthorization-required': {
    en: '{company}: “{name}” must be authorized again',
    fr: '{company} : « {name} » doit être autorisée de nouveau',
  },
  'application-refused': {
    en: '{company}: the carrier refuses the application of “{name}”',
    fr: '{company} : le transporteur refuse l’application de « {name} »',
  },
  'feed-silent': {
    en: '{company}: “{subscription}” was not read for {hours} hours',
    fr: '{company} : « {subscription} » n’a pas été lu depuis {hours} heures',
  },
  'held-back': {
    en: '{company}: something from “{subscription}” could not be read',
    fr: '{company} : une partie de « {subscription} » n’a pas pu être lue',
  },
  'competing-reader': {
    en: '{company}: another program reads “{subscription}”',
    fr: '{company} : un autre programme lit « {subscription} »',
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
    en: `The carrier no longer accepts the authorization of “{name}”. {fault}

Nothing that the carrier keeps for you is lost if you authorize again within seven days. What arrived until now stays.

Authorize again: {link}`,
    fr: `Le transporteur n’accepte plus l’autorisation de « {name} ». {fault}

Rien de ce que le transporteur conserve pour vous n’est perdu si vous autorisez de nouveau d’ici sept jours. Ce qui est arrivé jusqu’ici reste.

Autoriser de nouveau : {link}`,
  },
  'application-refused': {
    en: `The carrier no longer accepts the application with which “{name}” signs in. {fault}

Most often its client secret was replaced, or the account was taken off the application. Open the application in the carrier’s developer portal and enter its client id, its current client secret and the account number here: {link}

Nothing that the carrier keeps for you is lost if you do so within seven days. What arrived until now stays.`,
    fr: `Le transporteur n’accepte plus l’application avec laquelle « {name} » ouvre une session. {fault}

Le plus souvent, son secret client a été remplacé, ou le compte a été retiré de l’application. Ouvrez l’application dans le portail des développeurs du transporteur et entrez ici son identifiant client, son secret client actuel et le numéro de compte : {link}

Rien de ce que le transporteur conserve pour vous n’est perdu si vous le faites d’ici sept jours. Ce qui est arrivé jusqu’ici reste.`,
  },
  'feed-silent': {
    en: `“{subscription}” was last read to its end on {since}. What arrives at the carrier meanwhile is not on screen yet.

The carrier keeps files for seven days: whatever is read again until then is complete. What stopped the reading stands here: {link}`,
    fr: `« {subscription} » a été lu au complet pour la dernière fois le {since}. Ce qui arrive entre-temps chez le transporteur n’est pas encore à l’écran.

Le transporteur conserve les fichiers sept jours : ce qui sera relu d’ici là sera complet. Ce qui a arrêté la lecture est indiqué ici : {link}`,
  },
  'held-back': {
    en: `Some of what the carrier sent for “{subscription}” could not be read: {answers} answers and {parts} files. It is kept whole, and everything else was taken in.

Where it is: {link}

A newer version of Lading may read it: lading replay takes it in then.`,
    fr: `Une partie de ce que le transporteur a envoyé pour « {subscription} » n’a pas pu être lue : {answers} réponses et {parts} fichiers. Tout est conservé en entier, et le reste a été traité.

Où : {link}

Une version plus récente de Lading pourra la lire : lading replay la traitera alors.`,
  },
  'competing-reader': {
    en: `On {seen} it was noticed that another program reads “{subscription}”: {files} files never came to Lading as unread. They were read by date and are complete here; what Lading reads is missing there.

Stop that program, hand the subscription back, or ask for a subscription of its own for Lading: {link}`,
    fr: `Le {seen}, il a été constaté qu’un autre programme lit « {subscription} » : {files} fichiers ne sont jamais parvenus à Lading comme non lus. Ils ont été lus par date et sont complets ici; ce que Lading lit manque à l’autre programme.

Arrêtez ce programme, rendez l’abonnement ou demandez un abonnement réservé à Lading : {link}`,
  },
  invitation: {
    en: `{inviter} invites you to see the parcels of {company} on Lading.

Accept the invitation: {link}

The link works until {until}, once. If you do not know {inviter}, do nothing.`,
    fr: `{inviter} vous invite à voir les colis de {company} sur Lading.

Accepter l’invitation : {link}

Le lien fonctionne une fois, jusqu’au {until}. Si vous ne connaissez pas {inviter}, ne faites rien.`,
  },
  'password-reset': {
    en: `Somebody, probably you, asked for a new password for {email}.

Choose it here: {link}

The link works until {until}, once. If it was not you, do nothing: your password stays as it is.`,
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
