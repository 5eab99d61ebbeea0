import { defineTexts } from '@lading/kit/text';

export const texts = defineTexts({
  title: { en: 'People', fr: 'Personnes' },
  lead: {
    en: 'Who sees this company’s parcels, and who runs its integrations.',
    fr: 'Qui voit les colis de cette entreprise et qui gère ses intégrations.',
  },
  name: { en: 'Name', fr: 'Nom' },
  email: { en: 'E-mail', fr: 'Courriel' },
  role: { en: 'Role', fr: 'Rôle' },
  secondFactor: { en: 'Second factor', fr: 'Second facteur' },
  on: { en: 'On', fr: 'Activé' },
  off: { en: 'Off', fr: 'Désactivé' },
  administrator: { en: 'Administrator', fr: 'Administrateur' },
  user: { en: 'User', fr: 'Utilisateur' },
  roleOf: { en: 'Role of {name}', fr: 'Rôle de {name}' },
  remove: { en: 'Remove', fr: 'Retirer' },
  removeTitle: { en: 'Remove {name}?', fr: 'Retirer {name}?' },
  removeText: {
    en: '{name} will no longer see anything of this company. What {name} did stays in the audit log.',
    fr: '{name} ne verra plus rien de cette entreprise. Ce que {name} a fait reste dans le journal.',
  },
  cancel: { en: 'Cancel', fr: 'Annuler' },
  actions: { en: 'Actions', fr: 'Actions' },
  invite: { en: 'Invite somebody', fr: 'Inviter quelqu’un' },
  send: { en: 'Invite', fr: 'Inviter' },
  invitations: { en: 'Invitations', fr: 'Invitations' },
  noInvitations: { en: 'Nobody is invited at the moment.', fr: 'Personne n’est invité en ce moment.' },
  until: { en: 'Works until', fr: 'Valable jusqu’au' },
  invitedBy: { en: 'Invited by', fr: 'Invité par' },
  takeBack: { en: 'Take back', fr: 'Retirer l’invitation' },
  sent: { en: 'The invitation to {email} is on its way.', fr: 'L’invitation à {email} est en route.' },
  linkTitle: { en: 'Hand over this link', fr: 'Transmettez ce lien' },
  link: {
    en: 'No mail server is set, so nothing was sent to {email}. The link works once and is shown only now.',
    fr: 'Aucun serveur de courriel n’est configuré : rien n’a été envoyé à {email}. Le lien sert une fois et n’est affiché que maintenant.',
  },
});
