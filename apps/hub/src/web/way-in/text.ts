import { defineTexts } from '@lading/kit/text';

/** The steps carry the names of the carrier's migration note; explanations are ours. */
export const texts = defineTexts({
  title: { en: 'Migration steps', fr: 'Étapes de la migration' },
  lead: {
    en: 'One administrator takes these four steps once. Nobody else has anything to do, and nothing changes for them.',
    fr: 'Un administrateur franchit ces quatre étapes une seule fois. Personne d’autre n’a rien à faire, et rien ne change pour eux.',
  },
  open: { en: 'Open the steps', fr: 'Ouvrir les étapes' },
  step: { en: 'Step {number} of 4', fr: 'Étape {number} sur 4' },
  carrierUser: { en: 'Establish a UPS.com user account', fr: 'Établir un compte d’utilisateur UPS.com' },
  handOver: {
    en: 'Provide your UPS.com account username and the email address',
    fr: 'Fournir le nom d’utilisateur UPS.com et l’adresse courriel',
  },
  associations: { en: 'Establish Account Associations', fr: 'Associer les comptes' },
  authorization: { en: 'Authorize the UPS integration', fr: 'Autoriser l’intégration UPS' },
  done: { en: 'Done', fr: 'Fait' },
  toDo: { en: 'To do', fr: 'À faire' },
  waiting: { en: 'Waiting', fr: 'En attente' },
  notNeeded: { en: 'Does not apply', fr: 'Ne s’applique pas' },
  notNeededHint: {
    en: 'An application of your own signs in for itself: there is no carrier user to establish or to hand over.',
    fr: 'Une application de votre entreprise ouvre elle-même sa session : il n’y a aucun utilisateur du transporteur à établir ni à transmettre.',
  },
  skipped: { en: 'Not needed', fr: 'Pas nécessaire' },
  doneBy: { en: '{name}, {at}', fr: '{name}, {at}' },
  takeBack: { en: 'Change this step', fr: 'Modifier cette étape' },
  markDone: { en: 'Mark as done', fr: 'Marquer comme fait' },
  email: { en: 'E-mail address of the UPS.com user', fr: 'Adresse courriel de l’utilisateur UPS.com' },
  emailHint: {
    en: 'A shared mailbox or a distribution list, such as il_support@company.com.',
    fr: 'Une boîte aux lettres partagée ou une liste de diffusion, comme il_support@entreprise.com.',
  },
  sharedMailbox: {
    en: 'Sign up at ups.com with a shared mailbox. If the user belongs to one person and that person leaves, all four steps have to be taken again.',
    fr: 'Inscrivez-vous sur ups.com avec une boîte aux lettres partagée. Si l’utilisateur appartient à une seule personne et qu’elle part, il faudra refaire les quatre étapes.',
  },
  existingHint: {
    en: 'A UPS.com user made for the migration of another program can be used again.',
    fr: 'Un utilisateur UPS.com créé pour la migration d’un autre programme peut resservir.',
  },
  origin: { en: 'Which UPS.com user', fr: 'Quel utilisateur UPS.com' },
  newUser: { en: 'A new user, made for this', fr: 'Un nouvel utilisateur, créé pour ceci' },
  existingUser: {
    en: 'An existing user, made for another migration',
    fr: 'Un utilisateur existant, créé pour une autre migration',
  },
  notCampusShip: {
    en: 'This user is not used for CampusShip (a CampusShip user cannot be authorized)',
    fr: 'Cet utilisateur ne sert pas à CampusShip (un utilisateur CampusShip ne peut pas être autorisé)',
  },
  campusShipMissing: {
    en: 'Confirm that it is not a CampusShip user; otherwise establish another one.',
    fr: 'Confirmez qu’il ne s’agit pas d’un utilisateur CampusShip; sinon, établissez-en un autre.',
  },
  personalMember: {
    en: 'This is the address of one of your people. A shared mailbox outlives them.',
    fr: 'C’est l’adresse d’une personne de votre entreprise. Une boîte partagée lui survit.',
  },
  personalFree: {
    en: 'This is an address at a public provider. A shared mailbox of the company is safer.',
    fr: 'C’est une adresse chez un fournisseur public. Une boîte partagée de l’entreprise est plus sûre.',
  },
  personalName: {
    en: 'This looks like one person’s address. A shared mailbox outlives them.',
    fr: 'Cela ressemble à l’adresse d’une seule personne. Une boîte partagée lui survit.',
  },
  userName: { en: 'UPS.com account username', fr: 'Nom d’utilisateur UPS.com' },
  neverPassword: { en: 'Never send the password', fr: 'N’envoyez jamais le mot de passe' },
  neverPasswordText: {
    en: 'Not here, not by e-mail, not by telephone, and not to Customer Success either. It belongs only in the carrier’s own window, in step 4.',
    fr: 'Ni ici, ni par courriel, ni au téléphone, ni à l’équipe du succès client. Sa seule place est la fenêtre du transporteur, à l’étape 4.',
  },
  handOverLead: {
    en: 'Customer Success looks up your subscriptions with these two and gives you their names in return.',
    fr: 'L’équipe du succès client s’en sert pour trouver vos abonnements et vous donne leurs noms en retour.',
  },
  handOverButton: { en: 'Provide to Customer Success', fr: 'Fournir à l’équipe du succès client' },
  namesProvided: {
    en: 'Customer Success provided these subscription names:',
    fr: 'L’équipe du succès client a fourni ces noms d’abonnement :',
  },
  namesMissing: {
    en: 'Customer Success has not provided the subscription names yet.',
    fr: 'L’équipe du succès client n’a pas encore fourni les noms d’abonnement.',
  },
  associationsLead: {
    en: 'On ups.com, associate each account with the user: by Invoice Method (a recent invoice) or by PIN Method (a number sent to the account’s contact address).',
    fr: 'Sur ups.com, associez chaque compte à l’utilisateur : par facture (une facture récente) ou par NIP (un numéro envoyé à l’adresse de la personne-ressource du compte).',
  },
  executiveHint: {
    en: 'For 100 or more accounts, or for questions about associating them, ask your UPS Account Executive.',
    fr: 'Pour 100 comptes ou plus, ou pour toute question sur l’association, adressez-vous à votre directeur de compte UPS.',
  },
  how: { en: 'How it stands', fr: 'Où vous en êtes' },
  associated: {
    en: 'All accounts are associated now',
    fr: 'Tous les comptes sont maintenant associés',
  },
  existing: {
    en: 'They were associated with this user before: skip this step',
    fr: 'Ils étaient déjà associés à cet utilisateur : passer cette étape',
  },
  executive: {
    en: 'We asked our UPS Account Executive and wait',
    fr: 'Nous avons demandé à notre directeur de compte UPS et attendons',
  },
  authorizationLead: {
    en: 'Choose Create in Manage Integrations, enter the subscription names, and choose Authorize. When it is done, Customer Success validates it.',
    fr: 'Choisissez Créer dans Gérer les intégrations, entrez les noms d’abonnement, puis choisissez Autoriser. Ensuite, l’équipe du succès client valide l’intégration.',
  },
  create: { en: 'Create', fr: 'Créer' },
  authorize: { en: 'Authorize', fr: 'Autoriser' },
  validatedBy: {
    en: 'Validated by Customer Success: {name}, {at}',
    fr: 'Validée par l’équipe du succès client : {name}, {at}',
  },
  notValidated: {
    en: 'Not validated yet. Tell Customer Success that the steps are done.',
    fr: 'Pas encore validée. Avisez l’équipe du succès client que les étapes sont faites.',
  },
  accounts: { en: 'Account directory', fr: 'Répertoire des comptes' },
  accountsLead: {
    en: 'The names and groups that your people know for each account. A CSV file with the columns account, name and group replaces the whole directory; one bad line and nothing changes.',
    fr: 'Les noms et les groupes que vos gens connaissent pour chaque compte. Un fichier CSV avec les colonnes compte, nom et groupe remplace tout le répertoire; une seule ligne fautive et rien ne change.',
  },
  chooseFile: { en: 'CSV file of accounts', fr: 'Fichier CSV des comptes' },
  tooLarge: {
    en: 'This file is too large: at most 900 KB.',
    fr: 'Ce fichier est trop gros : au plus 900 ko.',
  },
  imported: {
    en: 'Imported: {added} added, {changed} changed, {removed} removed, {unchanged} unchanged.',
    fr: 'Importé : {added} ajoutés, {changed} modifiés, {removed} retirés, {unchanged} inchangés.',
  },
  faults: { en: 'Faults: {count}', fr: 'Fautes : {count}' },
  accountNumber: { en: 'Account', fr: 'Compte' },
  accountName: { en: 'Name', fr: 'Nom' },
  accountGroup: { en: 'Group', fr: 'Groupe' },
  accountsShown: { en: 'Accounts shown: {shown} of {count}', fr: 'Comptes affichés : {shown} sur {count}' },
  asProvided: {
    en: 'Exactly as Customer Success provided it.',
    fr: 'Exactement comme l’équipe du succès client l’a fourni.',
  },
  differs: {
    en: 'Not “{name}”: character {position} is “{found}” where “{expected}” was provided.',
    fr: 'Pas « {name} » : le caractère {position} est « {found} » là où « {expected} » a été fourni.',
  },
  endsEarly: {
    en: 'Not yet “{name}”: as character {position}, “{expected}” follows.',
    fr: 'Pas encore « {name} » : le caractère {position}, « {expected} », doit suivre.',
  },
  goesOn: {
    en: 'Not “{name}”: it ends before character {position}, “{found}”.',
    fr: 'Pas « {name} » : ce nom finit avant le caractère {position}, « {found} ».',
  },
  notProvided: {
    en: 'Not among the names that Customer Success provided.',
    fr: 'Ne figure pas parmi les noms fournis par l’équipe du succès client.',
  },
  contact: { en: 'Your Customer Success contact:', fr: 'Votre personne-ressource au succès client :' },
  noContact: {
    en: 'Nobody is named yet as your Customer Success contact. Ask whoever runs Lading for you.',
    fr: 'Aucune personne-ressource n’est encore désignée au succès client. Demandez à qui exploite Lading pour vous.',
  },
});
