import type { Text } from '@lading/kit/text';
import { useReader, useSay } from '@lading/ui/parts/language';
import { Badge, type Tone } from '@lading/ui/parts/notice';
import { formatAge } from '@lading/ui/time';
import type { Home } from '../../../api/parcels.ts';
import { faultText } from '../../../api/reading-faults.ts';
import { useNow } from '../../now.ts';
import { texts } from '../text.ts';

type Row = Home['freshness'][number];

const STATES: Readonly<Record<Row['state'], readonly [Text, Tone]>> = {
  fresh: [texts.fresh, 'good'],
  stale: [texts.stale, 'warn'],
  never: [texts.neverRead, 'calm'],
  'reauthorization-required': [texts.reauthorization, 'bad'],
  failing: [texts.failing, 'bad'],
};

/** How far the screens can be trusted: when each subscription was last read to its end. */
export function Freshness({ rows }: { rows: readonly Row[] }) {
  const t = useSay();
  if (rows.length === 0) return null;
  return (
    <section className="card stack tight" aria-label={t(texts.freshness)}>
      <h2>{t(texts.freshness)}</h2>
      <table className="table cards freshness">
        <thead>
          <tr>
            <th scope="col">{t(texts.subscription)}</th>
            <th scope="col">{t(texts.state)}</th>
            <th scope="col">{t(texts.lastWalk)}</th>
            <th scope="col">{t(texts.lastData)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <FreshnessRow key={`${row.integration} ${row.subscription}`} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function FreshnessRow({ row }: { row: Row }) {
  const t = useSay();
  const { locale } = useReader();
  const now = useNow();
  const [label, tone] = STATES[row.state];
  const age = (at: string | null) => (at === null ? t(texts.never) : formatAge(at, now, locale));
  return (
    <tr>
      <td>
        <strong>{row.subscription}</strong> <span className="soft small">{row.integration}</span>
      </td>
      <td>
        <Badge tone={tone}>{t(label)}</Badge>
        {row.lastFault && row.state !== 'fresh' ? (
          <span className="small second">{t(faultText(row.lastFault))}</span>
        ) : null}
      </td>
      <td data-label={t(texts.lastWalk)}>{age(row.lastWalkAt)}</td>
      <td data-label={t(texts.lastData)}>{age(row.lastNewDataAt)}</td>
    </tr>
  );
}
