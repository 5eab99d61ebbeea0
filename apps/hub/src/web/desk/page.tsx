import { useReader, useSay } from '@lading/ui/parts/language';
import { Loading } from '@lading/ui/parts/loading';
import { formatAge } from '@lading/ui/time';
import { useQuery } from '@tanstack/react-query';
import type { DeskCompanies } from '../../api/desk.ts';
import { faultText } from '../../api/reading-faults.ts';
import { call } from '../api.ts';
import { AuthorizedStatus } from '../integrations/parts/authorized-status.tsx';
import { texts as integrationTexts } from '../integrations/text.ts';
import { useNow } from '../now.ts';
import { Heading } from '../shell/heading.tsx';
import { texts as shellTexts } from '../shell/text.ts';
import { Failure } from '../shell/trouble.tsx';
import { texts } from './text.ts';

type Company = DeskCompanies['companies'][number];

export function DeskPage() {
  const t = useSay();
  const { data, error, refetch } = useQuery({
    queryKey: ['desk'],
    queryFn: () => call<DeskCompanies>('GET', '/desk/companies'),
    refetchInterval: 15_000,
  });
  return (
    <div className="screen stack">
      <Heading title={t(texts.title)} />
      <p className="soft">{t(texts.lead)}</p>
      {error && !data ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Loading label={t(shellTexts.loading)} /> : null}
      {data?.companies.length === 0 ? <p className="card empty">{t(texts.empty)}</p> : null}
      {data?.companies.map((company) => (
        <CompanyCard key={company.companyId} company={company} />
      ))}
    </div>
  );
}

function CompanyCard({ company }: { company: Company }) {
  const t = useSay();
  return (
    <section className="card stack tight" aria-label={company.name}>
      <h2>{company.name}</h2>
      {company.integrations.length === 0 ? <p className="soft">{t(texts.none)}</p> : null}
      {company.integrations.map((integration) => (
        <div key={integration.integrationId} className="stack tight">
          <div className="row">
            <strong>{integration.name}</strong>
            <AuthorizedStatus status={integration.status} />
          </div>
          {integration.lastFault ? (
            <p className="small bad-text">{t(faultText(integration.lastFault))}</p>
          ) : null}
          <Subscriptions subscriptions={integration.subscriptions} />
        </div>
      ))}
    </section>
  );
}

function Subscriptions({ subscriptions }: Pick<Company['integrations'][number], 'subscriptions'>) {
  const t = useSay();
  const { locale } = useReader();
  const now = useNow();
  return (
    <ul className="stack tight">
      {subscriptions.map((one) => (
        <li key={one.name}>
          <code className="exact">{one.name}</code>{' '}
          <span className="soft small">
            {one.lastWalkAt
              ? t(integrationTexts.lastWalk, { age: formatAge(one.lastWalkAt, now, locale) })
              : t(integrationTexts.neverRead)}
          </span>
        </li>
      ))}
    </ul>
  );
}
