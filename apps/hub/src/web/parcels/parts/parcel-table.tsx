import { useListKeys } from '@lading/ui/keys';
import { useReader, useSay } from '@lading/ui/parts/language';
import { formatDay, formatInstant } from '@lading/ui/time';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import type { ParcelRow } from '../../../api/parcels.ts';
import { placeOf } from '../place.ts';
import { texts } from '../text.ts';
import { rememberRow, returnTo } from '../way-back.ts';
import { directionTexts, StatusBadge } from './status.tsx';

/** A dense table on a wide screen, cards on a phone; arrows or j and k move from row to row. */
export function ParcelTable({ parcels }: { parcels: readonly ParcelRow[] }) {
  const t = useSay();
  const table = useRef<HTMLTableElement>(null);
  useListKeys(table, 'tbody a');
  return (
    <table ref={table} className="table parcels">
      <thead>
        <tr>
          <th scope="col">{t(texts.tracking)}</th>
          <th scope="col">{t(texts.status)}</th>
          <th scope="col">{t(texts.expected)}</th>
          <th scope="col">{t(texts.consignee)}</th>
          <th scope="col">{t(texts.shipper)}</th>
          <th scope="col">{t(texts.direction)}</th>
          <th scope="col">{t(texts.shipped)}</th>
          <th scope="col">{t(texts.lastScan)}</th>
        </tr>
      </thead>
      <tbody>
        {parcels.map((parcel) => (
          <Row key={parcel.parcelId} parcel={parcel} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ parcel }: { parcel: ParcelRow }) {
  const t = useSay();
  const { locale, zone } = useReader();
  const directions = parcel.directions.map((one) => t(directionTexts[one])).join(', ');
  return (
    <tr>
      <td>
        <Link
          to="/parcels/$parcelId"
          params={{ parcelId: parcel.parcelId }}
          className="mono"
          ref={(link) => returnTo(link, parcel.parcelId)}
          onClick={() => rememberRow(parcel.parcelId)}
        >
          {parcel.trackingNumber}
        </Link>
      </td>
      <td>
        <StatusBadge parcel={parcel} />
      </td>
      <td data-label={t(texts.expected)}>
        <Expected parcel={parcel} />
      </td>
      <td data-label={t(texts.consignee)}>
        {parcel.consigneeName ?? '—'}
        <span className="soft small second">{placeOf(parcel.destination)}</span>
      </td>
      <td className="only-wide">{parcel.shipperName ?? '—'}</td>
      <td className={directions ? 'only-wide' : 'only-wide soft'}>{directions || t(texts.noDirection)}</td>
      <td className="only-wide nowrap">{formatDay(parcel.shippedOn, locale)}</td>
      <td data-label={t(texts.lastScan)} className="nowrap">
        {formatInstant(parcel.lastEventAt, locale, zone)}
      </td>
    </tr>
  );
}

function Expected({ parcel }: { parcel: ParcelRow }) {
  const t = useSay();
  const { locale, zone } = useReader();
  if (parcel.deliveredAt !== null) {
    return (
      <>
        {t(texts.delivered)} <span className="nowrap">{formatInstant(parcel.deliveredAt, locale, zone)}</span>
      </>
    );
  }
  return (
    <span className="nowrap">{parcel.expectedOn === null ? '—' : formatDay(parcel.expectedOn, locale)}</span>
  );
}
