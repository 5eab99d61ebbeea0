import type { Text } from '@lading/kit/text';
import { formatCount } from '@lading/ui/count';
import { useReader, useSay } from '@lading/ui/parts/language';
import { Loading } from '@lading/ui/parts/loading';
import { Notice } from '@lading/ui/parts/notice';
import { formatDay } from '@lading/ui/time';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import type { Home, ParcelRow } from '../../api/parcels.ts';
import type { Filters } from '../parcels/filters.ts';
import { StatusBadge } from '../parcels/parts/status.tsx';
import { useSession } from '../session.ts';
import { useEnvironment } from '../shell/environment.tsx';
import { Heading } from '../shell/heading.tsx';
import { texts as shellTexts } from '../shell/text.ts';
import { Failure } from '../shell/trouble.tsx';
import { Freshness } from './parts/freshness.tsx';
import { homeQuery } from './query.ts';
import { texts } from './text.ts';

export function HomePage() {
  const { company } = useSession();
  return company === null ? <Navigate to="/desk" /> : <CompanyHome />;
}

function CompanyHome() {
  const t = useSay();
  const { locale } = useReader();
  const { data, error, refetch } = useQuery(homeQuery(useEnvironment()));
  return (
    <div className="screen stack">
      <div className="row apart">
        <Heading title={t(texts.title)} />
        {data ? <span className="soft">{formatDay(data.today, locale)}</span> : null}
      </div>
      {error && !data ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data || error ? null : <Loading label={t(shellTexts.loading)} />}
      {data && error ? <Notice tone="warn">{t(shellTexts.stale)}</Notice> : null}
      {data ? <Groups home={data} /> : null}
    </div>
  );
}

function Groups({ home }: { home: Home }) {
  if (!home.isConnected && home.freshness.length === 0) return <NotConnected />;
  return (
    <>
      {home.isConnected ? null : <NotConnected />}
      <div className="columns">
        <Group name={texts.late} hint={texts.lateHint} group={home.late} filters={{ status: 'late' }} isBad />
        <Group
          name={texts.arriving}
          hint={texts.arrivingHint}
          group={home.arrivingToday}
          filters={{ status: 'open', expected: home.today }}
        />
        <Group
          name={texts.exceptions}
          hint={texts.exceptionsHint}
          group={home.exceptionsToday}
          filters={{ exception: home.today }}
          isBad
        />
      </div>
      <Freshness rows={home.freshness} />
    </>
  );
}

interface GroupProps {
  readonly name: Text;
  readonly hint: Text;
  readonly group: Home['late'];
  readonly filters: Filters;
  readonly isBad?: boolean;
}

function Group({ name, hint, group, filters, isBad = false }: GroupProps) {
  const t = useSay();
  const { locale } = useReader();
  const count = formatCount(group.count, locale);
  return (
    <section className="card stack tight group-card" aria-label={t(name)}>
      <div className="row apart">
        <h2>{t(name)}</h2>
        <span className={`figure ${isBad && group.count > 0 ? 'bad' : ''}`}>
          {count}
          {group.isCapped ? '+' : ''}
        </span>
      </div>
      <p className="soft small">{t(hint)}</p>
      {group.first.length === 0 ? <p>{t(texts.none)}</p> : null}
      <ul className="short-list">
        {group.first.map((parcel) => (
          <ShortRow key={parcel.parcelId} parcel={parcel} />
        ))}
      </ul>
      {group.count > 0 ? (
        <Link to="/parcels" search={filters}>
          {t(texts.all)}
        </Link>
      ) : null}
    </section>
  );
}

function ShortRow({ parcel }: { parcel: ParcelRow }) {
  const t = useSay();
  const { locale } = useReader();
  const { consigneeName, destination, expectedOn } = parcel;
  const place = [destination.city, destination.region].filter(Boolean).join(', ');
  return (
    <li>
      <Link to="/parcels/$parcelId" params={{ parcelId: parcel.parcelId }} className="short-row">
        <span className="row apart">
          <span className="mono tracking">{parcel.trackingNumber}</span>
          <StatusBadge parcel={{ ...parcel, isLate: false }} />
        </span>
        <span className="row apart small">
          <span className="cut">{[consigneeName, place].filter(Boolean).join(' · ')}</span>
          {expectedOn === null ? null : (
            <span className={parcel.isLate ? 'bad-text nowrap' : 'soft nowrap'}>
              {t(texts.expected, { day: formatDay(expectedOn, locale) })}
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}

function NotConnected() {
  const t = useSay();
  const { company } = useSession();
  const isAdministrator = company?.role === 'administrator';
  return (
    <Notice tone="accent" title={t(texts.notConnected)}>
      <p>
        {isAdministrator
          ? t(texts.connectHint)
          : t(texts.askHint, { names: company?.administrators.join(', ') || '—' })}
      </p>
      {isAdministrator ? (
        <p>
          <Link to="/integrations" className="button primary">
            {t(texts.connect)}
          </Link>
        </p>
      ) : null}
    </Notice>
  );
}
