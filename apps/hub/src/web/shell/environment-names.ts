import { defineTexts, type Text } from '@lading/kit/text';
import type { EnvironmentName } from './looked-at.ts';

const texts = defineTexts({
  sandbox: { en: 'Sandbox', fr: 'Bac à sable' },
  test: { en: 'Test', fr: 'Essai' },
  production: { en: 'Production', fr: 'Production' },
  sandboxSays: { en: 'no real parcels', fr: 'aucun colis réel' },
  testSays: {
    en: 'the carrier’s test environment, no real parcels',
    fr: 'environnement d’essai du transporteur, aucun colis réel',
  },
  productionSays: { en: 'real parcels', fr: 'colis réels' },
  switch: { en: 'Environment that is looked at', fr: 'Environnement consulté' },
});

export const environmentNames: Readonly<Record<EnvironmentName, Text>> = {
  sandbox: texts.sandbox,
  test: texts.test,
  production: texts.production,
};

export const environmentSays: Readonly<Record<EnvironmentName, Text>> = {
  sandbox: texts.sandboxSays,
  test: texts.testSays,
  production: texts.productionSays,
};

export const switchText: Text = texts.switch;
