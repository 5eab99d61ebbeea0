import { useSay } from '@lading/ui/parts/language';
import type { Session } from '../../api/session.ts';
import { WhomToAsk } from '../way-in/parts/whom-to-ask.tsx';
import { useChooseCompany } from './company.ts';
import { Heading } from './heading.tsx';
import { texts } from './text.ts';
import { Failure } from './trouble.tsx';

/** For people of several companies: which one to work for. */
export function ChooseCompany({ session }: { session: Session }) {
  const t = useSay();
  const choose = useChooseCompany();
  return (
    <div className="screen narrow stack">
      <Heading title={t(session.companies.length === 0 ? texts.noCompanyTitle : texts.chooseCompany)} />
      {choose.error ? <Failure error={choose.error} /> : null}
      {session.companies.length === 0 ? (
        <>
          <p>{t(texts.noCompany)}</p>
          <WhomToAsk />
        </>
      ) : null}
      <ul className="stack tight">
        {session.companies.map((company) => (
          <li key={company.companyId}>
            <button type="button" className="button wide" onClick={() => choose.mutate(company.companyId)}>
              {company.companyName}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
