import { defineTexts, type Text } from '@lading/kit/text';

/** What the system refused, by its own code. */
const systemFailures: Readonly<Record<string, Text>> = defineTexts({
  EACCES: {
    en: 'You may not write to {path}. Choose another folder, or ask for the right to write there.',
    fr: 'Vous ne pouvez pas écrire dans {path}. Choisissez un autre dossier ou demandez le droit d’y écrire.',
  },
  EPERM: {
    en: 'You may not write to {path}. Choose another folder, or ask for the right to write there.',
    fr: 'Vous ne pouvez pas écrire dans {path}. Choisissez un autre dossier ou demandez le droit d’y écrire.',
  },
  EROFS: {
    en: '{path} lies on a disk that cannot be written to. Choose another folder.',
    fr: '{path} se trouve sur un disque en lecture seule. Choisissez un autre dossier.',
  },
  ENOSPC: {
    en: 'The disk is full. Make room and start again.',
    fr: 'Le disque est plein. Libérez de l’espace et relancez.',
  },
  ENOTDIR: {
    en: '{path} cannot be a folder: a file stands in its place. Choose another folder.',
    fr: '{path} ne peut être un dossier : un fichier occupe sa place. Choisissez un autre dossier.',
  },
  EEXIST: {
    en: '{path} cannot be a folder: a file stands in its place. Choose another folder.',
    fr: '{path} ne peut être un dossier : un fichier occupe sa place. Choisissez un autre dossier.',
  },
});

export const failures: Readonly<Record<string, Text>> &
  Record<'unexpected' | 'showMore' | 'portTaken', Text> = {
  ...systemFailures,
  unexpected: {
    en: 'Lading had to stop: {message}',
    fr: 'Lading a dû s’arrêter : {message}',
  },
  portTaken: {
    en: 'Port {port} is already in use. Stop the other program, or choose another port: npm start -- {option} {other}',
    fr: 'Le port {port} est déjà utilisé. Arrêtez l’autre programme ou choisissez un autre port : npm start -- {option} {other}',
  },
  showMore: {
    en: 'Run the command again with --debug to see where.',
    fr: 'Relancez la commande avec --debug pour voir où.',
  },
};

/** Words that were not understood, by the parser's code. */
export const misuses: Readonly<Record<string, Text>> & Record<'other', Text> = {
  'commander.unknownCommand': {
    en: 'There is no command “{first}”; lading --help lists them.',
    fr: 'Il n’y a pas de commande « {first} »; lading --help en donne la liste.',
  },
  'commander.unknownOption': {
    en: 'There is no option “{first}” here; --help lists them.',
    fr: 'Il n’y a pas d’option « {first} » ici; --help en donne la liste.',
  },
  'commander.optionMissingArgument': {
    en: 'The option “{first}” needs a value.',
    fr: 'L’option « {first} » exige une valeur.',
  },
  'commander.invalidArgument': {
    en: 'The value of “{first}” cannot be used; --help says what it takes.',
    fr: 'La valeur de « {first} » est inutilisable; --help indique ce qu’il faut.',
  },
  'commander.conflictingOption': {
    en: 'The option “{first}” contradicts another one.',
    fr: 'L’option « {first} » en contredit une autre.',
  },
  'commander.excessArguments': {
    en: 'There are more words than the command takes; --help says which.',
    fr: 'Il y a plus de mots que la commande n’en prend; --help dit lesquels.',
  },
  other: {
    en: 'The command was not understood: {message}',
    fr: 'La commande n’a pas été comprise : {message}',
  },
};

export const help = defineTexts({
  program: {
    en: 'An open, self-hosted logistics platform around the UPS Developer Kit.',
    fr: 'Une plateforme logistique ouverte, chez soi, autour du UPS Developer Kit.',
  },
  up: {
    en: 'Start the demonstration: hub and carrier sandbox, seeded.',
    fr: 'Démarrer la démonstration : hub et bac à sable du transporteur, garnis.',
  },
  init: {
    en: 'Make a hub of one’s own: key, company, first administrator.',
    fr: 'Créer son propre hub : clé, entreprise, premier administrateur.',
  },
  company: { en: 'name of the company', fr: 'nom de l’entreprise' },
  administrator: { en: 'e-mail of the first administrator', fr: 'courriel du premier administrateur' },
  zone: { en: 'time zone of the company', fr: 'fuseau horaire de l’entreprise' },
  database: {
    en: 'PostgreSQL server; without it the data lie in the folder',
    fr: 'serveur PostgreSQL; sans lui, les données restent dans le dossier',
  },
  smtp: { en: 'mail server, smtp://… or smtps://…', fr: 'serveur de courriel, smtp://… ou smtps://…' },
  mailFrom: { en: 'sender of the letters', fr: 'expéditeur des courriels' },
  carrier: { en: 'side of the carrier', fr: 'côté du transporteur' },
  carrierUrl: { en: 'address of a sandbox', fr: 'adresse d’un bac à sable' },
  clientId: { en: 'application’s client identifier', fr: 'identifiant client de l’application' },
  clientSecret: { en: 'application’s client secret', fr: 'secret client de l’application' },
  hub: {
    en: 'Start the hub; its settings stand in LADING_HUB_… and DATABASE_URL.',
    fr: 'Démarrer le hub; ses réglages sont dans LADING_HUB_… et DATABASE_URL.',
  },
  sandbox: {
    en: 'Start the carrier sandbox.',
    fr: 'Démarrer le bac à sable du transporteur.',
  },
  language: { en: 'en or fr', fr: 'en ou fr' },
  debug: { en: 'show where a failure comes from', fr: 'montrer d’où vient un échec' },
  helpOption: { en: 'show this help', fr: 'afficher cette aide' },
  version: { en: 'show the version', fr: 'afficher la version' },
  hubPort: { en: 'port of the hub', fr: 'port du hub' },
  sandboxPort: { en: 'port of the sandbox', fr: 'port du bac à sable' },
  port: { en: 'port to listen on', fr: 'port d’écoute' },
  host: { en: 'address to listen on', fr: 'adresse d’écoute' },
  data: { en: 'folder that keeps everything', fr: 'dossier qui conserve tout' },
  sandboxOwnPort: { en: 'port to listen on (3100)', fr: 'port d’écoute (3100)' },
  tls: {
    en: 'speak HTTPS with an authority of its own, kept with the data',
    fr: 'parler HTTPS avec sa propre autorité, conservée avec les données',
  },
  as: {
    en: 'take on the limits of the carrier’s test environment: cie',
    fr: 'prendre les limites de l’environnement d’essai du transporteur : cie',
  },
  profile: {
    en: 'answer by recorded habits (observed) or by the carrier’s files (published)',
    fr: 'répondre selon les habitudes enregistrées (observed) ou les fichiers du transporteur (published)',
  },
  products: {
    en: 'APIs that the seeded application may call, with commas; all when absent',
    fr: 'API que l’application fournie peut appeler, séparées par des virgules; toutes par défaut',
  },
  sandboxData: { en: 'folder that keeps the world', fr: 'dossier qui conserve le monde' },
  memory: {
    en: 'keep the world in memory only (the default)',
    fr: 'garder le monde en mémoire seulement (par défaut)',
  },
  seed: {
    en: 'make everything foretellable, secrets too; this machine only',
    fr: 'rendre tout prévisible, secrets compris; cette machine seulement',
  },
  clock: {
    en: 'instant at which a new world begins, ISO 8601',
    fr: 'instant où commence un nouveau monde, ISO 8601',
  },
  freeze: {
    en: 'let the clock of a new world stand still',
    fr: 'laisser arrêtée l’horloge d’un nouveau monde',
  },
  strict: {
    en: 'refuse what the real service lets pass',
    fr: 'refuser ce que le vrai service laisse passer',
  },
  rules: {
    en: 'guide (2017) or today, where they differ',
    fr: 'guide (2017) ou today, là où ils diffèrent',
  },
  hubUrl: {
    en: 'address of a hub to which the seeded client may return',
    fr: 'adresse d’un hub où le client fourni peut revenir',
  },
  publicUrl: {
    en: 'address that callers see, behind a proxy',
    fr: 'adresse que voient les appelants, derrière un mandataire',
  },
  usage: { en: 'Usage:', fr: 'Emploi :' },
  options: { en: 'Options:', fr: 'Options :' },
  commands: { en: 'Commands:', fr: 'Commandes :' },
  defaultValue: { en: 'default', fr: 'par défaut' },
});

export const progress = defineTexts({
  buildingScreens: { en: 'Building the screens (once)…', fr: 'Construction des écrans (une fois)…' },
  openingSandbox: { en: 'Opening the carrier sandbox…', fr: 'Ouverture du bac à sable…' },
  makingTraffic: { en: 'Shipping a week of parcels…', fr: 'Expédition d’une semaine de colis…' },
  openingHub: { en: 'Opening the hub…', fr: 'Ouverture du hub…' },
  stopping: { en: 'Stopping…', fr: 'Arrêt…' },
});

export const ready = defineTexts({
  hub: { en: 'The hub is ready at {url}', fr: 'Le hub est prêt à {url}' },
  sandbox: {
    en: 'The carrier sandbox is ready at {url}',
    fr: 'Le bac à sable du transporteur est prêt à {url}',
  },
  inMemory: {
    en: 'Its world lives in memory and is gone when it ends (keep it with --data FOLDER).',
    fr: 'Son monde vit en mémoire et disparaît à la fin (à conserver avec --data DOSSIER).',
  },
  trust: {
    en: 'Its certificate is signed by an authority of its own; programs on Node trust it with NODE_EXTRA_CA_CERTS={file}',
    fr: 'Son certificat est signé par sa propre autorité; les programmes sur Node lui font confiance avec NODE_EXTRA_CA_CERTS={file}',
  },
  inFolder: { en: 'Its world is kept in {folder}.', fr: 'Son monde est conservé dans {folder}.' },
  upTitle: { en: 'Lading is ready.', fr: 'Lading est prêt.' },
  signIn: {
    en: 'Sign in (password of all: {password})',
    fr: 'Se connecter (mot de passe de tous : {password})',
  },
  carrierLogin: {
    en: 'Carrier log-in in the sandbox (password: {password})',
    fr: 'Connexion chez le transporteur, dans le bac à sable (mot de passe : {password})',
  },
  administrator: { en: 'administrator', fr: 'administration' },
  user: { en: 'user', fr: 'utilisateur' },
  desk: { en: 'customer success', fr: 'succès client' },
  subscriptionsOf: { en: 'subscriptions {names}', fr: 'abonnements {names}' },
  next: { en: 'The one thing to do next', fr: 'La seule chose à faire maintenant' },
  nextStep: {
    en: 'Sign in at {url} as {email}, choose Manage Integrations, Create, and connect the carrier: subscriptions {names}, then Authorize with {carrierUser} / {carrierPassword}.',
    fr: 'Connectez-vous à {url} avec {email}, choisissez Gérer les intégrations, Créer, et branchez le transporteur : abonnements {names}, puis Autoriser avec {carrierUser} / {carrierPassword}.',
  },
  stopHint: {
    en: 'Ctrl-C ends both. Data: {folder}. Log: {log}.',
    fr: 'Ctrl-C arrête les deux. Données : {folder}. Journal : {log}.',
  },
});

export const initTexts = defineTexts({
  done: {
    en: 'The hub of {company} is made. Its settings and its key stand in {path}: keep a copy in a safe place.',
    fr: 'Le hub de {company} est créé. Ses réglages et sa clé sont dans {path} : gardez-en une copie en lieu sûr.',
  },
  link: {
    en: '{email} chooses a password here, once the hub runs (works once, for a week):\n  {link}',
    fr: '{email} choisit un mot de passe ici, une fois le hub démarré (une fois, pendant une semaine) :\n  {link}',
  },
  mailed: {
    en: '{email} gets a letter with a link as soon as the hub runs.',
    fr: '{email} recevra un courriel avec un lien dès que le hub sera démarré.',
  },
  clientMissing: {
    en: 'The carrier’s application is not named yet: put LADING_HUB_CARRIER_CLIENT_ID and _SECRET into {path}.',
    fr: 'L’application du transporteur n’est pas encore nommée : mettez LADING_HUB_CARRIER_CLIENT_ID et _SECRET dans {path}.',
  },
  next: { en: 'Next: npx lading hub --data {folder}', fr: 'Ensuite : npx lading hub --data {folder}' },
});
