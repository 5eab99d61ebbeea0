import { defineTexts, type Text } from '@lading/kit/text';
import { useSay } from '@lading/ui/parts/language';
import { Badge } from '@lading/ui/parts/notice';
import type { Session } from '../../api/session.ts';
import { useSession } from '../session.ts';

type Environment = Session['environment'];

const texts = defineTexts({
  sandbox: { en: 'Sandbox · no real parcels', fr: 'Bac à sable · aucun colis réel' },
  test: {
    en: 'The carrier’s test environment · no real parcels',
    fr: 'Environnement d’essai du transporteur · aucun colis réel',
  },
  production: { en: 'Production', fr: 'Production' },
  sandboxShort: { en: 'Sandbox', fr: 'Bac à sable' },
  testShort: { en: 'Test', fr: 'Essai' },
});

/** A colour on every page that says whose data this is; production is a line without words. */
export function EnvironmentBanner({ environment }: { environment: Environment }) {
  const t = useSay();
  return (
    <div className={`environment ${environment}`}>
      <span className={environment === 'production' ? 'visually-hidden' : undefined}>
        {t(texts[environment])}
      </span>
    </div>
  );
}

const SHORT: Readonly<Record<Environment, Text>> = {
  sandbox: texts.sandboxShort,
  test: texts.testShort,
  production: texts.production,
};

/** What came from another side than the one this hub is connected to now; the banner speaks for the rest. */
export function EnvironmentBadge({ environment }: { environment: Environment }) {
  const t = useSay();
  const session = useSession();
  return environment === session.environment ? null : <Badge tone="warn">{t(SHORT[environment])}</Badge>;
}
