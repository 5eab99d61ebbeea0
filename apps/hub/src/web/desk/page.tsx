import { useReader, useSay } from '@lading/ui/parts/language';
import { Loading } from '@lading/ui/parts/loading';
import { Notice } from '@lading/ui/parts/notice';
import { formatDay } from '@lading/ui/time';
import { useQuery } from '@tanstack/react-query';
import type { DeskCompanies } from '../../api/desk.ts';
import { Heading } from '../shell/heading.tsx';
import { texts as shellTexts } from '../shell/text.ts';
import { Failure } from '../shell/trouble.tsx';
import { CompanyCard } from './parts/company-card.tsx';
import { deskQuery } from './queries.ts';
import { texts } from './text.ts';

export function DeskPage() {
  const t = useSay();
  const { data, error, refetch } = useQuery(deskQuery);
  return (
    <div className="screen stack">
      <Heading title={t(texts.title)} />
      <p className="soft">{t(texts.lead)}</p>
      {error && !data ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Loading label={t(shellTexts.loading)} /> : null}
      {data?.companies.length === 0 ? <p className="card empty">{t(texts.empty)}</p> : null}
      {data && data.companies.length > 0 ? <NotMigrated desk={data} /> : null}
      {data?.companies.map((company) => (
        <CompanyCard key={company.companyId} company={company} />
      ))}
    </div>
  );
}

/** Who has still to come over, by name, each a way to its card below. */
function NotMigrated({ desk: { cutOver, companies } }: { desk: DeskCompanies }) {
  const t = useSay();
  const { locale } = useReader();
  const open = companies.filter((company) => !company.isMigrated);
  const day = cutOver && <p>{t(texts.cutOver, { day: formatDay(cutOver, locale) })}</p>;
  if (open.length === 0) {
    return (
      <Notice tone="good" title={t(texts.allMigrated)}>
        {day}
      </Notice>
    );
  }
  return (
    <Notice tone="warn" title={t(texts.notMigratedYet, { count: open.length, all: companies.length })}>
      {day}
      <p className="row">
        {open.map((company) => (
          <a key={company.companyId} href={`#${company.companyId}`}>
            {company.name}
          </a>
        ))}
      </p>
    </Notice>
  );
}
