/**
 * What a program can do about codes that explain nothing and belong to no single dialogue, for the developer who
 * reads the fault. Those of the OAuth addresses and of Quantum View stand beside their operations.
 */
export const errorHints: Readonly<Record<string, { readonly en: string; readonly fr: string }>> =
  Object.freeze({
    '10429': {
      en: 'Too many calls in a short time; the carrier publishes no limit. Slow down, keep the token for its whole life, try again later with growing pauses.',
      fr: 'Trop d’appels en peu de temps; le transporteur ne publie aucune limite. Ralentissez, gardez le jeton toute sa durée, réessayez plus tard à intervalles croissants.',
    },
    '10403': {
      en: 'The carrier has blocked the application. Only the carrier can lift this: write to its support with the client identifier.',
      fr: 'Le transporteur a bloqué l’application. Lui seul peut la débloquer : écrivez à son assistance avec l’identifiant du client.',
    },
    '250001': {
      en: 'The access key does not open this tool. Add the tool to the key, or ask for production access where it has test access alone.',
      fr: 'La clé d’accès n’ouvre pas cet outil. Ajoutez l’outil à la clé, ou demandez l’accès à la production si elle n’a que l’accès au test.',
    },
    '250003': {
      en: 'The access key is not accepted: misspelled, or switched off when the carrier moved to OAuth. Use OAuth, or a gateway that still takes keys.',
      fr: 'La clé d’accès n’est pas acceptée : mal saisie, ou coupée lors du passage du transporteur à OAuth. Utilisez OAuth, ou une passerelle qui accepte encore les clés.',
    },
    '120100': {
      en: 'Check that the shipper’s account has six characters, belongs to the user or application that calls, and is active in the shipper’s country.',
      fr: 'Vérifiez que le compte de l’expéditeur compte six caractères, appartient à l’utilisateur ou à l’application qui appelle, et est actif dans le pays de l’expéditeur.',
    },
    '182279': {
      en: 'The developer portal refuses to create the application for a reason that is not technical: the carrier reviews the profile. Submit the information it asks for and turn to its support; another profile does not help.',
      fr: 'Le portail des développeurs refuse de créer l’application pour une raison qui n’est pas technique : le transporteur examine le profil. Transmettez les renseignements demandés et adressez-vous à son assistance; un autre profil n’y change rien.',
    },
    '9190033': {
      en: 'The account has no dangerous goods contract. Ask the carrier’s representative for one.',
      fr: 'Le compte n’a pas de contrat de marchandises dangereuses. Demandez-en un au représentant du transporteur.',
    },
    '9590018': {
      en: 'The account is not enabled for uploading forms. Ask the carrier’s account manager to enable it.',
      fr: 'Le compte n’est pas autorisé à téléverser des formulaires. Demandez au gestionnaire de compte du transporteur de l’activer.',
    },
    TW0001: {
      en: 'The number is well formed but nothing is known of it: not handed over yet, older than 120 days, or of another environment. Not a failure: ask again later.',
      fr: 'Le numéro est bien formé, mais rien n’est connu à son sujet : pas encore remis, vieux de plus de 120 jours, ou d’un autre environnement. Ce n’est pas une panne : redemandez plus tard.',
    },
    TV1002: {
      en: 'The number is not one that can be followed: 7 to 34 letters and digits, without spaces. Check its check digit before asking.',
      fr: 'Ce numéro ne peut pas être suivi : de 7 à 34 lettres et chiffres, sans espaces. Vérifiez son chiffre de contrôle avant de demander.',
    },
  });
