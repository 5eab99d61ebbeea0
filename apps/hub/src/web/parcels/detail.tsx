import { useKeys } from '@lading/ui/keys';
import { useReader, useSay } from '@lading/ui/parts/language';
import { Loading } from '@lading/ui/parts/loading';
import { Notice } from '@lading/ui/parts/notice';
import { formatAge, formatDay, formatInstant } from '@lading/ui/time';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { ParcelDetail } from '../../api/parcels.ts';
import { call } from '../api.ts';
import { useNow } from '../now.ts';
import { useEnvironment } from '../shell/environment.tsx';
import { Heading } from '../shell/heading.tsx';
import { texts as shellTexts } from '../shell/text.ts';
import { FailureScreen } from '../shell/trouble.tsx';
import { CopyButton } from './parts/copy.tsx';
import { DetailFacts } from './parts/detail-facts.tsx';
import { StatusBadge } from './parts/status.tsx';
import { Timeline } from './parts/timeline.tsx';
import { placeOf } from './place.ts';
import { detailTexts, statusTexts, texts } from './text.ts';
import { lastFilters } from './way-back.ts';

export function ParcelPage() {
  const t = useSay();
  const { parcelId } = useParams({ from: '/parcels/$parcelId' });
  const environment = useEnvironment();
  const { data, error, refetch } = useQuery({
    queryKey: ['parcel', environment, parcelId],
    queryFn: () => call<ParcelDetail>('GET', `/parcels/${parcelId}?environment=${environment}`),
    refetchInterval: 30_000,
  });
  useEscape();
  return (
    <div className="screen stack">
      <p>
        <Link to="/parcels" search={lastFilters()}>
          ← {t(texts.back)}
        </Link>
      </p>
      {error && !data ? <FailureScreen error={error} onRetry={() => void refetch()} /> : null}
      {error && data ? <Notice tone="warn">{t(shellTexts.stale)}</Notice> : null}
      {data ? <Parcel parcel={data} /> : null}
      {!data && !error ? <Loading label={t(shellTexts.loading)} /> : null}
    </div>
  );
}

/** Escape goes back to the list as it was. */
function useEscape(): void {
  const navigate = useNavigate();
  useKeys((key) => {
    if (key !== 'Escape') return false;
    void navigate({ to: '/parcels', search: lastFilters() });
    return true;
  });
}

function Parcel({ parcel }: { parcel: ParcelDetail }) {
  return (
    <>
      <div className="row">
        <Heading title={parcel.trackingNumber} className="tracking" />
        <CopyButton value={parcel.trackingNumber} />
        <StatusBadge parcel={parcel} />
      </div>
      <div className="answers">
        <Where parcel={parcel} />
        <When parcel={parcel} />
        <Wrong parcel={parcel} />
      </div>
      <div className="split">
        <Timeline events={parcel.events} />
        <DetailFacts parcel={parcel} />
      </div>
    </>
  );
}

function Where({ parcel }: { parcel: ParcelDetail }) {
  const t = useSay();
  const { locale } = useReader();
  const now = useNow();
  const seen = parcel.events.find((event) => placeOf(event.place) !== '');
  return (
    <section className="card stack tight">
      <h2>{t(detailTexts.where)}</h2>
      <p className="answer">{seen ? placeOf(seen.place) : t(statusTexts[parcel.status])}</p>
      <p className="soft small">
        {t(detailTexts.since, { age: formatAge(parcel.lastEventAt, now, locale) })}
      </p>
    </section>
  );
}

function When({ parcel }: { parcel: ParcelDetail }) {
  const t = useSay();
  const { locale, zone } = useReader();
  if (parcel.deliveredAt !== null) {
    return (
      <section className="card stack tight">
        <h2>{t(texts.delivered)}</h2>
        <p className="answer">{formatInstant(parcel.deliveredAt, locale, zone)}</p>
        <p className="soft small">
          {[
            parcel.signedBy && t(detailTexts.signedBy, { name: parcel.signedBy }),
            parcel.deliveredTo && t(detailTexts.leftAt, { place: parcel.deliveredTo }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </section>
    );
  }
  return (
    <section className="card stack tight">
      <h2>{t(detailTexts.when)}</h2>
      <p className="answer">
        {parcel.expectedOn === null ? t(detailTexts.noExpected) : formatDay(parcel.expectedOn, locale)}
      </p>
      {parcel.expectedTime ? (
        <p className="soft small">{t(detailTexts.by, { time: parcel.expectedTime })}</p>
      ) : null}
    </section>
  );
}

function Wrong({ parcel }: { parcel: ParcelDetail }) {
  const t = useSay();
  const { locale } = useReader();
  const latest = latestTrouble(parcel.events);
  const isOver = parcel.status === 'delivered' || parcel.status === 'voided';
  return (
    <section className={`card stack tight ${latest && !isOver ? 'is-wrong' : ''}`}>
      <h2>{t(detailTexts.wrong)}</h2>
      {parcel.isLate ? <p className="answer">{t(texts.late)}</p> : null}
      {latest?.exception && !isOver ? (
        <>
          <p>{latest.exception.reason ?? latest.description ?? t(statusTexts.exception)}</p>
          {latest.exception.resolution ? <p className="soft small">{latest.exception.resolution}</p> : null}
          {latest.exception.rescheduledOn ? (
            <p className="soft small">
              {t(detailTexts.newDate, { day: formatDay(latest.exception.rescheduledOn, locale) })}
            </p>
          ) : null}
        </>
      ) : null}
      {!parcel.isLate && (!latest || isOver) ? <p className="soft">{t(detailTexts.nothingWrong)}</p> : null}
    </section>
  );
}

/** The last event that names a reason; later ones often repeat only the new date. */
function latestTrouble(events: ParcelDetail['events']) {
  const troubled = events.filter((event) => event.exception !== null);
  return troubled.find(({ kind, exception }) => kind === 'exception' || exception?.reason) ?? troubled[0];
}
