import { formatCount } from '@lading/ui/count';
import { useReader, useSay } from '@lading/ui/parts/language';
import { Loading } from '@lading/ui/parts/loading';
import { formatInstant } from '@lading/ui/time';
import { useQuery } from '@tanstack/react-query';
import type { CompanyStorage } from '../../../api/company.ts';
import { call } from '../../api.ts';
import { texts as shellTexts } from '../../shell/text.ts';
import { Failure } from '../../shell/trouble.tsx';
import { formatSize } from '../size.ts';
import { texts } from '../text.ts';

/** What the company's data takes in the store. */
export function Storage() {
  const t = useSay();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['company', 'storage'],
    queryFn: () => call<CompanyStorage>('GET', '/company/storage'),
  });
  return (
    <section className="card stack" aria-labelledby="storage">
      <h2 id="storage">{t(texts.storage)}</h2>
      <p className="soft">{t(texts.storageLead)}</p>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {isPending ? <Loading label={t(shellTexts.loading)} /> : null}
      {data ? <Table storage={data} /> : null}
    </section>
  );
}

function Table({ storage: { rawAnswers, events, parcels } }: { storage: CompanyStorage }) {
  const t = useSay();
  const { locale, zone } = useReader();
  const size = (bytes: number) => formatSize(bytes, locale);
  const { rows, storedBytes, receivedBytes, oldest, repeatedRows } = rawAnswers;
  const rawSize = t(texts.rawSize, { stored: size(storedBytes), received: size(receivedBytes) });
  const since = oldest ? t(texts.since, { when: formatInstant(oldest, locale, zone) }) : null;
  return (
    <>
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">{t(texts.what)}</th>
            <th scope="col">{t(texts.rows)}</th>
            <th scope="col">{t(texts.size)}</th>
          </tr>
        </thead>
        <tbody>
          <Row what={t(texts.rawAnswers)} more={since} rows={rows} size={rawSize} />
          <Row what={t(texts.events)} rows={events.rows} size={estimate(events.estimatedBytes)} />
          <Row what={t(texts.parcels)} rows={parcels.rows} size={estimate(parcels.estimatedBytes)} />
        </tbody>
      </table>
      {repeatedRows > 0 ? (
        <p className="soft">{t(texts.repeated, { count: formatCount(repeatedRows, locale) })}</p>
      ) : null}
    </>
  );

  function estimate(bytes: number): string {
    return t(texts.estimated, { size: size(bytes) });
  }
}

interface RowProps {
  readonly what: string;
  readonly more?: string | null;
  readonly rows: number;
  readonly size: string;
}

function Row({ what, more, rows, size }: RowProps) {
  const t = useSay();
  const { locale } = useReader();
  return (
    <tr>
      <td>
        {what}
        {more ? <span className="soft second">{more}</span> : null}
      </td>
      <td data-label={t(texts.rows)}>{formatCount(rows, locale)}</td>
      <td data-label={t(texts.size)}>{size}</td>
    </tr>
  );
}
