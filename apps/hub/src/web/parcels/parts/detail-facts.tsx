import type { Text } from '@lading/kit/text';
import { useReader, useSay } from '@lading/ui/parts/language';
import { formatDay } from '@lading/ui/time';
import type { ReactNode } from 'react';
import type { ParcelDetail, PostalAddress } from '../../../api/parcels.ts';
import { formatCountry, formatDimensions, formatWeight } from '../measures.ts';
import { nameBilling, nameReference, nameService } from '../names.ts';
import { detailTexts, texts } from '../text.ts';
import { directionTexts } from './status.tsx';

/** Everything that does not move: addresses, references, measures, who pays. */
export function DetailFacts({ parcel }: { parcel: ParcelDetail }) {
  const t = useSay();
  return (
    <div className="stack">
      <section className="card stack" aria-label={t(detailTexts.addresses)}>
        <Address title={t(detailTexts.from)} address={parcel.shipper} account={parcel.shipperNumber} />
        <Address title={t(detailTexts.to)} address={parcel.consignee} account={null} />
      </section>
      <section className="card stack tight" aria-label={t(detailTexts.details)}>
        <h2>{t(detailTexts.details)}</h2>
        <Measures parcel={parcel} />
      </section>
      <References parcel={parcel} />
    </div>
  );
}

interface AddressProps {
  readonly title: string;
  readonly address: PostalAddress | null;
  readonly account: string | null;
}

function Address({ title, address, account }: AddressProps) {
  const t = useSay();
  const { locale } = useReader();
  const lines = address
    ? [
        address.name,
        address.attention === address.name ? null : address.attention,
        ...address.lines,
        [address.city, address.region, address.postalCode].filter(Boolean).join(' '),
        address.country === null ? null : formatCountry(address.country, locale),
      ].filter((line): line is string => line !== null && line !== '')
    : [];
  return (
    <div className="stack tight">
      <h2>{title}</h2>
      {lines.length === 0 ? <p className="soft">{t(detailTexts.unknown)}</p> : null}
      <address>
        {lines.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </address>
      {account ? (
        <p className="soft small">
          {t(detailTexts.account)} <span className="mono">{account}</span>
        </p>
      ) : null}
    </div>
  );
}

function Measures({ parcel }: { parcel: ParcelDetail }) {
  const t = useSay();
  const { locale } = useReader();
  const { billing, serviceCode, weightGrams, dimensions } = parcel;
  const directions = parcel.directions.map((one) => t(directionTexts[one])).join(', ');
  return (
    <dl className="facts">
      <Fact name={t(texts.shipped)}>{formatDay(parcel.shippedOn, locale)}</Fact>
      <Fact name={t(detailTexts.service)}>
        {serviceCode ? <Coded code={serviceCode} name={nameService} /> : null}
      </Fact>
      <Fact name={t(detailTexts.weight)}>
        {weightGrams === null ? null : formatWeight(weightGrams, locale)}
      </Fact>
      <Fact name={t(detailTexts.dimensions)}>{dimensions ? formatDimensions(dimensions, locale) : null}</Fact>
      <Fact name={t(detailTexts.billing)}>
        {billing ? (
          <>
            <Coded code={billing.option} name={nameBilling} /> ·{' '}
            <span className="mono">{billing.account}</span>
          </>
        ) : null}
      </Fact>
      <Fact name={t(texts.direction)}>{directions || t(texts.noDirection)}</Fact>
    </dl>
  );
}

/** A name and what is known under it; nothing where nothing is known. */
function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === null) return null;
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface CodedProps {
  readonly code: string;
  readonly name: (code: string) => Text | null;
}

/** What a code of the carrier means, and the code; one that has no name stands alone. */
function Coded({ code, name }: CodedProps) {
  const t = useSay();
  const known = name(code);
  return (
    <>
      {known ? `${t(known)} ` : ''}
      <span className="mono soft">{code}</span>
    </>
  );
}

function References({ parcel }: { parcel: ParcelDetail }) {
  const t = useSay();
  return (
    <section className="card stack tight" aria-label={t(detailTexts.references)}>
      <h2>{t(detailTexts.references)}</h2>
      {parcel.references.length === 0 ? <p className="soft">{t(detailTexts.noReferences)}</p> : null}
      <ul className="stack tight">
        {parcel.references.map((reference) => (
          <li key={`${reference.level} ${reference.code} ${reference.value}`}>
            <span className="mono">{reference.value}</span>{' '}
            <span className="soft small">
              {t(reference.level === 'shipment' ? detailTexts.shipmentLevel : detailTexts.packageLevel)}
              {reference.code ? (
                <>
                  {' · '}
                  <Coded code={reference.code} name={nameReference} />
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
