import { subscriptionStatuses } from '@lading/contract/quantum-view/codes';
import type { Text } from '@lading/kit/text';
import { useReader, useSay } from '@lading/ui/parts/language';
import { formatAge } from '@lading/ui/time';
import type { Subscription } from '../../../api/integrations.ts';
import { faultText } from '../../../api/reading-faults.ts';
import { useNow } from '../../now.ts';
import { texts } from '../text.ts';
import { CompetingReader } from './competitor.tsx';
import { Gap } from './gap.tsx';
import { HeldBack } from './held-back.tsx';

/** How each subscription is being read: the last complete read, what is next, what went wrong. */
export function Subscriptions({ subscriptions }: { subscriptions: readonly Subscription[] }) {
  const t = useSay();
  return (
    <section className="card" aria-label={t(texts.subscriptions)}>
      <table className="table cards subscriptions">
        <thead>
          <tr>
            <th scope="col">{t(texts.subscriptionName)}</th>
            <th scope="col">{t(texts.lastWalkColumn)}</th>
            <th scope="col">{t(texts.lastDataColumn)}</th>
            <th scope="col">{t(texts.nextReadColumn)}</th>
            <th scope="col">{t(texts.lastFault)}</th>
          </tr>
        </thead>
        <tbody>
          {subscriptions.map((one) => (
            <Row key={one.subscriptionId} subscription={one} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ subscription }: { subscription: Subscription }) {
  const t = useSay();
  const { locale } = useReader();
  const now = useNow();
  const age = (at: string | null) => (at === null ? t(texts.never) : formatAge(at, now, locale));
  const { carrierStatus, competitor, gap, heldBack, lastFault, nextReadAt, silentHours } = subscription;
  return (
    <tr>
      <td>
        <code className="exact">{subscription.name}</code>
        {carrierStatus === null ? null : (
          <span className="soft small second">
            {t(texts.carrierStatus, { code: t(nameStatus(carrierStatus)) })}
          </span>
        )}
      </td>
      <td data-label={t(texts.lastWalkColumn)}>
        {age(subscription.lastWalkAt)}
        {silentHours > 0 ? (
          <span className="small second bad-text">{t(texts.silent, { hours: silentHours })}</span>
        ) : null}
      </td>
      <td data-label={t(texts.lastDataColumn)}>{age(subscription.lastNewDataAt)}</td>
      <td data-label={t(texts.nextReadColumn)}>{nextReadAt === null ? '—' : age(nextReadAt)}</td>
      <td data-label={t(texts.lastFault)}>
        {lastFault === null ? (
          '—'
        ) : (
          <span>
            {t(faultText(lastFault))} <span className="soft">{age(lastFault.at)}</span>
          </span>
        )}
        {gap ? <Gap gap={gap} /> : null}
        {heldBack.length > 0 ? <HeldBack heldBack={heldBack} /> : null}
        {competitor ? <CompetingReader competitor={competitor} /> : null}
      </td>
    </tr>
  );
}

function nameStatus(code: string): Text {
  const known: Readonly<Record<string, Text>> = subscriptionStatuses;
  return (Object.hasOwn(known, code) ? known[code] : undefined) ?? { en: code, fr: code };
}
