import { Problem } from '@lading/kit/errors';
import type { Hub } from '../hub.ts';
import { keepingOf } from '../retention/days.ts';
import { daysOfCompanies } from '../retention/store.ts';

/**
 * A replay of a time whose answers are no longer kept would pass over them in silence. Companies that did not exist
 * then have lost nothing.
 * @throws `ARCHIVE_GONE`, with the time from which every company's answers are kept.
 */
export async function refuseWhatIsGone(
  hub: Pick<Hub, 'door' | 'clock'>,
  from: Date,
  tenantIds: ReadonlySet<string>,
): Promise<void> {
  const companies = await daysOfCompanies(hub.door);
  const keeping = keepingOf(companies, hub.clock.now());
  const gone = companies.flatMap(({ tenantId, since }) => {
    const kept = keeping.companies.get(tenantId)?.rawFrom;
    return tenantIds.has(tenantId) && kept && from < kept && since < kept ? [kept.getTime()] : [];
  });
  if (gone.length > 0) throw archiveGone(from, new Date(Math.max(...gone)));
}

const archiveGone = (from: Date, kept: Date): Problem =>
  new Problem({
    code: 'ARCHIVE_GONE',
    status: 409,
    text: {
      en: 'Answers received since {from} are no longer all there: they are kept from {kept} on. Begin the replay there.',
      fr: 'Les réponses reçues depuis {from} n’y sont plus toutes : elles sont conservées à partir de {kept}. Commencez la relecture là.',
    },
    params: { from: from.toISOString(), kept: kept.toISOString() },
  });
