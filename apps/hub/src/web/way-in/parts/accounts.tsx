import { formatCount } from '@lading/ui/count';
import { useReader, useSay } from '@lading/ui/parts/language';
import { Notice } from '@lading/ui/parts/notice';
import { useQuery } from '@tanstack/react-query';
import { type ChangeEvent, useId, useState } from 'react';
import type { AccountDirectory, AccountFaults } from '../../../api/way-in.ts';
import { ApiFailure } from '../../api.ts';
import { Failure } from '../../shell/trouble.tsx';
import { accountsQuery, useImport } from '../queries.ts';
import { texts } from '../text.ts';

const MOST_BYTES = 900_000;
const SHOWN = 50;

/** The directory of accounts, and the file that replaces it. */
export function Accounts() {
  const t = useSay();
  const { data, error, refetch } = useQuery(accountsQuery);
  return (
    <section className="card stack" aria-labelledby="accounts">
      <h2 id="accounts">{t(texts.accounts)}</h2>
      <p>{t(texts.accountsLead)}</p>
      <Import />
      {error && !data ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data && data.accounts.length > 0 ? <Directory accounts={data.accounts} /> : null}
    </section>
  );
}

function Import() {
  const t = useSay();
  const id = useId();
  const imports = useImport();
  const [isTooLarge, setTooLarge] = useState(false);
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (!file) return;
    setTooLarge(file.size > MOST_BYTES);
    if (file.size <= MOST_BYTES) imports.mutate(file);
    // The same file, corrected, must be a new choice.
    target.value = '';
  };
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{t(texts.chooseFile)}</label>
        <input id={id} type="file" accept=".csv,text/csv" disabled={imports.isPending} onChange={choose} />
      </div>
      {isTooLarge ? <Notice tone="bad">{t(texts.tooLarge)}</Notice> : null}
      {imports.data && !imports.isPending ? (
        <Notice tone="good">{t(texts.imported, imports.data)}</Notice>
      ) : null}
      {imports.error ? <ImportFailure error={imports.error} /> : null}
    </>
  );
}

function ImportFailure({ error }: { error: Error }) {
  const t = useSay();
  const { locale } = useReader();
  if (!(error instanceof ApiFailure) || error.code !== 'ACCOUNTS_NOT_IMPORTED')
    return <Failure error={error} />;
  const { count, [locale]: sentences } = error.details as unknown as AccountFaults;
  return (
    <Notice tone="bad" title={t(texts.faults, { count })}>
      <p>{t(error.text)}</p>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence} className="small wrap">
            {sentence}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Directory({ accounts }: AccountDirectory) {
  const t = useSay();
  const { locale } = useReader();
  const shown = accounts.slice(0, SHOWN);
  const count = (value: number) => formatCount(value, locale);
  return (
    <>
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">{t(texts.accountNumber)}</th>
            <th scope="col">{t(texts.accountName)}</th>
            <th scope="col">{t(texts.accountGroup)}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((account) => (
            <tr key={account.number}>
              <td className="mono">{account.number}</td>
              <td data-label={t(texts.accountName)}>{account.name}</td>
              <td data-label={t(texts.accountGroup)}>{account.group ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft small">
        {t(texts.accountsShown, { shown: count(shown.length), count: count(accounts.length) })}
      </p>
    </>
  );
}
