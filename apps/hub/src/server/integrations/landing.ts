import { defineTexts, type Locale, say, type Text } from '@lading/kit/text';
import type { Landing } from './authorize.ts';

/** The popup's last page, one sentence for each way it can end. No script: it works wherever the browser is. */
const texts = defineTexts({
  title: { en: 'Authorization', fr: 'Autorisation' },
  success: {
    en: 'You can now safely close the popup window.',
    fr: 'Vous pouvez maintenant fermer cette fenêtre en toute sécurité.',
  },
  close: {
    en: 'Close this window and go back to Manage Integrations.',
    fr: 'Fermez cette fenêtre et revenez à Gérer les intégrations.',
  },
});

const headings: Readonly<Record<Landing, Text>> = defineTexts({
  authorized: { en: 'The carrier is connected.', fr: 'Le transporteur est connecté.' },
  refused: { en: 'The authorization was refused.', fr: 'L’autorisation a été refusée.' },
  failed: {
    en: 'The carrier did not accept the authorization.',
    fr: 'Le transporteur n’a pas accepté l’autorisation.',
  },
  expired: { en: 'The authorization took too long.', fr: 'L’autorisation a pris trop de temps.' },
  unknown: {
    en: 'This authorization is not known, or was used before.',
    fr: 'Cette autorisation est inconnue ou a déjà servi.',
  },
});

const explanations: Readonly<Record<Landing, Text>> = defineTexts({
  authorized: texts.success,
  refused: {
    en: 'Nothing was connected. Choose Authorize again when you are ready.',
    fr: 'Rien n’a été connecté. Choisissez de nouveau Autoriser quand vous serez prêt.',
  },
  failed: {
    en: 'Nothing was connected. Manage Integrations shows the reason; choose Authorize to try again.',
    fr: 'Rien n’a été connecté. Gérer les intégrations indique la raison; choisissez Autoriser pour réessayer.',
  },
  expired: {
    en: 'Nothing was connected. Choose Authorize again and finish within ten minutes.',
    fr: 'Rien n’a été connecté. Choisissez de nouveau Autoriser et terminez en moins de dix minutes.',
  },
  unknown: {
    en: 'It belongs to another session, or the page was opened twice. Choose Authorize again.',
    fr: 'Elle appartient à une autre session, ou la page a été ouverte deux fois. Choisissez de nouveau Autoriser.',
  },
});

/** The whole page; `nonce` lets its few lines of style pass the content security policy. */
export function landingPage(landing: Landing, locale: Locale, nonce: string): string {
  const isSuccess = landing === 'authorized';
  const close = isSuccess ? '' : `<p>${say(texts.close, locale)}</p>`;
  return `<!doctype html>
<html lang="${locale === 'fr' ? 'fr-CA' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say(texts.title, locale)} – Lading</title>
<link rel="icon" href="/icon.svg">
<style nonce="${nonce}">
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 12vh auto; padding: 0 16px; }
h1 { font-size: 20px; border-left: 4px solid ${isSuccess ? '#1a7f4b' : '#b3261e'}; padding-left: 12px; }
</style>
</head>
<body>
<main data-outcome="${landing}">
<h1>${say(headings[landing], locale)}</h1>
<p>${say(explanations[landing], locale)}</p>
${close}
</main>
</body>
</html>
`;
}
