import { useSay } from '@lading/ui/parts/language';
import { Loading } from '@lading/ui/parts/loading';
import { Notice } from '@lading/ui/parts/notice';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { ParcelList } from '../../api/parcels.ts';
import { call, queryString } from '../api.ts';
import { useEnvironment } from '../shell/environment.tsx';
import { Heading } from '../shell/heading.tsx';
import { texts as shellTexts } from '../shell/text.ts';
import { Failure } from '../shell/trouble.tsx';
import { type Filters, isNarrowed, readFilters } from './filters.ts';
import { FilterBar } from './parts/filter-bar.tsx';
import { ParcelTable } from './parts/parcel-table.tsx';
import { texts } from './text.ts';
import { rememberFilters } from './way-back.ts';

export function ParcelsPage() {
  const t = useSay();
  const filters = useSearch({ from: '/parcels', select: readFilters });
  useEffect(() => rememberFilters(filters), [filters]);
  return (
    <div className="screen wide stack">
      <div className="row apart">
        <Heading title={t(texts.title)} />
        <span className="soft small only-wide">{t(texts.keys)}</span>
      </div>
      <FilterBar filters={filters} />
      <Results filters={filters} />
    </div>
  );
}

function Results({ filters }: { filters: Filters }) {
  const t = useSay();
  const list = useParcels(filters);
  if (list.error && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Loading label={t(shellTexts.loading)} />;
  const parcels = list.data.pages.flatMap((page) => page.parcels);
  if (parcels.length === 0) return <Empty filters={filters} />;
  return (
    <div className="stack tight" aria-busy={list.isPlaceholderData}>
      <p className="soft small" role="status">
        {t(list.hasNextPage ? texts.shownMore : texts.shown, { count: parcels.length })}
      </p>
      {list.error && !list.isFetchNextPageError ? <Notice tone="warn">{t(shellTexts.stale)}</Notice> : null}
      <ParcelTable parcels={parcels} />
      {list.isFetchNextPageError ? (
        <Failure error={list.error} onRetry={() => void list.fetchNextPage()} />
      ) : null}
      {list.hasNextPage ? (
        <p>
          <button
            type="button"
            className="button"
            disabled={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t(texts.more)}
          </button>
        </p>
      ) : null}
    </div>
  );
}

function Empty({ filters }: { filters: Filters }) {
  const t = useSay();
  return (
    <p className="card empty" role="status">
      {t(isNarrowed(filters) ? texts.emptyNarrowed : texts.empty)}
    </p>
  );
}

function useParcels(filters: Filters) {
  const environment = useEnvironment();
  return useInfiniteQuery({
    queryKey: ['parcels', environment, filters],
    queryFn: ({ pageParam }) =>
      call<ParcelList>(
        'GET',
        `/parcels${queryString({ environment, ...filters, cursor: pageParam ?? undefined })}`,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    // What is shown while the next answer is on its way never comes from another environment.
    placeholderData: (kept, before) => (before?.queryKey[1] === environment ? kept : undefined),
    refetchInterval: 30_000,
  });
}
