import { useSay } from '@lading/ui/parts/language';
import { Loading } from '@lading/ui/parts/loading';
import { useQuery } from '@tanstack/react-query';
import type { Company } from '../../api/company.ts';
import { call } from '../api.ts';
import { AdministratorsOnly } from '../integrations/parts/administrators-only.tsx';
import { useSession } from '../session.ts';
import { Heading } from '../shell/heading.tsx';
import { texts as shellTexts } from '../shell/text.ts';
import { Failure } from '../shell/trouble.tsx';
import { Keeping } from './parts/keeping.tsx';
import { Storage } from './parts/storage.tsx';
import { texts } from './text.ts';

/** For how long the company's data is kept, and what it takes. */
export function CompanyPage() {
  const t = useSay();
  const { company } = useSession();
  return company?.role === 'administrator' ? <OfCompany /> : <AdministratorsOnly title={t(texts.title)} />;
}

function OfCompany() {
  const t = useSay();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['company'],
    queryFn: () => call<Company>('GET', '/company'),
  });
  return (
    <div className="screen narrow stack">
      <Heading title={t(texts.title)} />
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {isPending ? <Loading label={t(shellTexts.loading)} /> : null}
      {data ? <Keeping days={data} /> : null}
      <Storage />
    </div>
  );
}
