import { Field, Select } from '@lading/ui/parts/field';
import { useReader, useSay } from '@lading/ui/parts/language';
import { Loading } from '@lading/ui/parts/loading';
import { formatInstant } from '@lading/ui/time';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { actions, nameAction } from '../../api/actions.ts';
import type { AuditFilter, AuditList } from '../../api/company.ts';
import { call, queryString } from '../api.ts';
import { AdministratorsOnly } from '../integrations/parts/administrators-only.tsx';
import { useSession } from '../session.ts';
import { Heading } from '../shell/heading.tsx';
import { texts as shellTexts } from '../shell/text.ts';
import { Failure } from '../shell/trouble.tsx';
import { readAuditFilter } from './filter.ts';
import { texts } from './text.ts';

type Entry = AuditList['entries'][number];

export function AuditPage() {
  const t = useSay();
  const { company } = useSession();
  return company?.role === 'administrator' ? <Entries /> : <AdministratorsOnly title={t(texts.title)} />;
}

function Entries() {
  const t = useSay();
  const { locale } = useReader();
  const filter = useSearch({ from: '/audit', select: readAuditFilter });
  const list = useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam }) =>
      call<AuditList>('GET', `/audit${queryString({ ...filter, cursor: pageParam ?? undefined })}`),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
  const entries = list.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <div className="screen stack">
      <Heading title={t(texts.title)} />
      <p className="soft">{t(texts.lead)}</p>
      <Filter filter={filter} />
      {list.error ? <Failure error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <Loading label={t(shellTexts.loading)} /> : null}
      {list.data && entries.length === 0 ? (
        <p className="card empty">{t(Object.keys(filter).length === 0 ? texts.empty : texts.nothingFound)}</p>
      ) : null}
      {entries.length > 0 ? <Table entries={entries} /> : null}
      {entries.length > 0 ? (
        <p>
          <a href={`/api/v1/audit.csv${queryString({ ...filter, locale })}`} download>
            {t(texts.csv)}
          </a>
        </p>
      ) : null}
      {list.hasNextPage ? (
        <p>
          <button type="button" className="button" onClick={() => void list.fetchNextPage()}>
            {t(texts.more)}
          </button>
        </p>
      ) : null}
    </div>
  );
}

/** Stands in the address, so that a list can be handed on. */
function Filter({ filter }: { filter: AuditFilter }) {
  const t = useSay();
  const navigate = useNavigate({ from: '/audit' });
  const set = (change: AuditFilter) =>
    void navigate({ search: (before) => readAuditFilter({ ...before, ...change }), replace: true });
  const names = Object.keys(actions).map((value) => ({ value, label: t(nameAction(value)) }));
  return (
    <form className="row fields" onSubmit={(event) => event.preventDefault()}>
      <Select
        label={t(texts.filterWhat)}
        value={filter.action ?? ''}
        choices={[{ value: '', label: t(texts.everything) }, ...names]}
        onChange={(action) => set({ action })}
      />
      <Field
        label={t(texts.filterFrom)}
        type="date"
        value={filter.from ?? ''}
        onChange={(event) => set({ from: event.target.value })}
      />
      <Field
        label={t(texts.filterTo)}
        type="date"
        value={filter.to ?? ''}
        onChange={(event) => set({ to: event.target.value })}
      />
    </form>
  );
}

function Table({ entries }: { entries: readonly Entry[] }) {
  const t = useSay();
  const { locale, zone } = useReader();
  return (
    <table className="table cards">
      <thead>
        <tr>
          <th scope="col">{t(texts.when)}</th>
          <th scope="col">{t(texts.who)}</th>
          <th scope="col">{t(texts.what)}</th>
          <th scope="col">{t(texts.change)}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.entryId}>
            <td className="nowrap">{formatInstant(entry.at, locale, zone)}</td>
            <td data-label={t(texts.who)}>{entry.userName ?? t(texts.system)}</td>
            <td data-label={t(texts.what)}>
              {t(nameAction(entry.action))}
              <span className="mono soft small second wrap">{entry.subject}</span>
            </td>
            <td>
              <Change entry={entry} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Change({ entry }: { entry: Entry }) {
  const t = useSay();
  if (entry.before === null && entry.after === null) return null;
  return (
    <details className="small">
      <summary>{t(texts.change)}</summary>
      <pre className="wrap">{JSON.stringify({ before: entry.before, after: entry.after }, null, 2)}</pre>
    </details>
  );
}
