import type { Text } from '@lading/kit/text';
import { useReader, useSay } from '@lading/ui/parts/language';
import { formatDay, formatInstant, formatLocal } from '@lading/ui/time';
import type { ParcelEvent } from '../../../api/parcels.ts';
import { nameEvent } from '../names.ts';
import { placeOf } from '../place.ts';
import { detailTexts } from '../text.ts';

/** Newest first; the evidence of each fact is one click away. */
export function Timeline({ events }: { events: readonly ParcelEvent[] }) {
  const t = useSay();
  return (
    <section className="card stack" aria-label={t(detailTexts.timeline)}>
      <h2>{t(detailTexts.timeline)}</h2>
      <ol className="timeline">
        {events.map((event) => (
          <Item key={event.eventId} event={event} />
        ))}
      </ol>
    </section>
  );
}

function Item({ event }: { event: ParcelEvent }) {
  const t = useSay();
  const name = t(nameEvent(event));
  const { description } = event;
  return (
    <li className={`moment ${event.kind}`}>
      <p>
        <strong>{name}</strong>
        {event.code === '' ? null : <span className="soft small mono"> {event.code}</span>}
        {description === null || description === name ? null : (
          <span className="soft small" lang="en">
            {' '}
            {t(detailTexts.quoted, { words: description })}
          </span>
        )}
      </p>
      {placeOf(event.place) === '' ? null : <p>{placeOf(event.place)}</p>}
      <Times event={event} />
      <ExceptionFacts event={event} />
      <Evidence event={event} />
    </li>
  );
}

const ZONE_SOURCES: Readonly<Record<ParcelEvent['time']['zoneSource'], Text>> = {
  place: detailTexts.zonePlace,
  region: detailTexts.zoneRegion,
  country: detailTexts.zoneCountry,
  company: detailTexts.zoneCompany,
  unknown: detailTexts.zoneUnknown,
};

function Times({ event }: { event: ParcelEvent }) {
  const t = useSay();
  const { locale, zone } = useReader();
  const { localAt, occurredAt, zoneSource } = event.time;
  const local = formatLocal(localAt, locale);
  const mine = formatInstant(occurredAt, locale, zone);
  const said = [
    t(detailTexts.localTime, { time: local }),
    ...(local === mine ? [] : [t(detailTexts.readerTime, { time: mine })]),
    ...(zoneSource === 'company' ? [t(detailTexts.zoneAssumed)] : []),
    ...(zoneSource === 'unknown' ? [t(detailTexts.zoneUnknown)] : []),
  ];
  return <p className="soft small">{said.join(' · ')}</p>;
}

function ExceptionFacts({ event }: { event: ParcelEvent }) {
  const t = useSay();
  const { locale } = useReader();
  const { exception } = event;
  if (exception === null) return null;
  const facts: readonly (readonly [string, string | null, string | null])[] = [
    [t(detailTexts.reason), exception.reason, exception.reasonCode],
    [t(detailTexts.resolution), exception.resolution, exception.resolutionCode],
    [
      t(detailTexts.rescheduledOn),
      exception.rescheduledOn === null ? null : formatDay(exception.rescheduledOn, locale),
      null,
    ],
  ];
  const shown = facts.filter(([, value, code]) => value !== null || code !== null);
  if (shown.length === 0) return null;
  return (
    <dl className="facts small">
      {shown.map(([name, value, code]) => (
        <div key={name} className="fact">
          <dt>{name}</dt>
          <dd>
            {value ?? ''} {code ? <span className="mono soft">{code}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Evidence({ event }: { event: ParcelEvent }) {
  const t = useSay();
  const { zone, zoneSource } = event.time;
  return (
    <details className="evidence small">
      <summary>{t(detailTexts.evidence)}</summary>
      <p>{t(ZONE_SOURCES[zoneSource], { zone: zone?.replaceAll('_', ' ') ?? '' })}</p>
      {event.sources.length === 0 ? <p>{t(detailTexts.sourceGone)}</p> : null}
      {event.sources.map((source) => (
        <Source key={`${source.fileName} ${source.subscription} ${source.receivedAt}`} source={source} />
      ))}
    </details>
  );
}

function Source({ source }: { source: ParcelEvent['sources'][number] }) {
  const t = useSay();
  const { locale, zone } = useReader();
  return (
    <dl className="facts">
      <dt>{t(detailTexts.file)}</dt>
      <dd className="mono">{source.fileName}</dd>
      <dt>{t(detailTexts.subscription)}</dt>
      <dd>{source.subscription}</dd>
      <dt>{t(detailTexts.received)}</dt>
      <dd>{formatInstant(source.receivedAt, locale, zone)}</dd>
    </dl>
  );
}
