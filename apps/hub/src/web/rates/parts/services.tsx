import { useReader, useSay } from '@lading/ui/parts/language';
import { Notice } from '@lading/ui/parts/notice';
import { formatDay } from '@lading/ui/time';
import type { RateAnswer, RatedService } from '../../../api/rates.ts';
import { formatMoney } from '../money.ts';
import { texts } from '../text.ts';

/** The services of the lane, cheapest first, each explained line by line. */
export function Services({ answer: { services, alerts } }: { answer: RateAnswer }) {
  const t = useSay();
  if (services.length === 0) return <p className="card empty">{t(texts.none)}</p>;
  return (
    <section className="stack">
      {alerts.map((alert) => (
        <Notice key={alert}>{alert}</Notice>
      ))}
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">{t(texts.service)}</th>
            <th scope="col">{t(texts.arrives)}</th>
            <th scope="col">{t(texts.days)}</th>
            <th scope="col">{t(texts.price)}</th>
          </tr>
        </thead>
        <tbody>
          {services.map((service) => (
            <Row key={service.code} service={service} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A charge may come twice, once for each parcel: its place among its like tells them apart. */
function keyed(lines: RatedService['lines']) {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const place = (seen.get(line.code) ?? 0) + 1;
    seen.set(line.code, place);
    return { key: `${line.code} ${place}`, line };
  });
}

function Row({ service }: { service: RatedService }) {
  const t = useSay();
  const { locale } = useReader();
  const { name, total, negotiated, businessDays, deliveryOn, deliveryBy, lines } = service;
  const day = deliveryOn && formatDay(deliveryOn, locale);
  const price = (amount: string, currency = total.currency) => formatMoney(amount, currency, locale);
  return (
    <tr>
      <td>
        <strong>{t(name)}</strong>
        {lines.length > 0 ? (
          <details className="small">
            <summary>{t(texts.lines)}</summary>
            <dl className="rate-lines">
              {keyed(lines).map(({ key, line }) => (
                <div key={key}>
                  <dt>{t(line.name)}</dt>
                  <dd>{price(line.amount)}</dd>
                </div>
              ))}
            </dl>
          </details>
        ) : null}
      </td>
      <td data-label={t(texts.arrives)}>
        {day && deliveryBy ? t(texts.by, { day, time: deliveryBy }) : (day ?? '—')}
      </td>
      <td data-label={t(texts.days)}>{businessDays ?? '—'}</td>
      <td data-label={t(texts.price)}>
        <strong>{price(total.amount)}</strong>
        {negotiated ? (
          <span className="small second">
            {t(texts.yours, { price: price(negotiated.amount, negotiated.currency) })}
          </span>
        ) : null}
      </td>
    </tr>
  );
}
