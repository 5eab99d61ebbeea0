import type { Text } from '@lading/kit/text';
import { formatCount } from '@lading/ui/count';
import { useReader, useSay } from '@lading/ui/parts/language';
import { Badge, type Tone } from '@lading/ui/parts/notice';
import { formatInstant } from '@lading/ui/time';
import type { SelfTest } from '../../../api/integrations.ts';
import { callFaultText } from '../../../api/reading-faults.ts';
import { texts } from '../text.ts';

type Outcome = SelfTest['subscriptions'][number];

const OUTCOMES: Readonly<Record<Outcome['outcome'], readonly [Text, Tone, Text | null]>> = {
  found: [texts.found, 'good', null],
  'not-found': [texts.notFound, 'bad', texts.notFoundHint],
  inactive: [texts.inactive, 'warn', texts.inactiveHint],
  failed: [texts.testFailed, 'bad', null],
};

/** What was found right after authorization; `of` tells several on one screen apart. */
export function SelfTestResult({ test, of }: { test: SelfTest; of?: string }) {
  const t = useSay();
  const { locale, zone } = useReader();
  return (
    <section className="stack tight" aria-label={[t(texts.selfTest), of].filter(Boolean).join(' – ')}>
      <div className="row">
        <h2>{t(texts.selfTest)}</h2>
        <span className="soft small">{formatInstant(test.at, locale, zone)}</span>
      </div>
      <p>
        <Badge tone={test.token.ok ? 'good' : 'bad'}>
          {t(test.token.ok ? texts.tokenOk : texts.tokenBad)}
        </Badge>{' '}
        {test.token.fault ? <span className="small">{t(callFaultText(test.token.fault))}</span> : null}
      </p>
      <ul className="stack tight">
        {test.subscriptions.map((one) => (
          <Subscription key={one.name} tested={one} />
        ))}
      </ul>
      <p className="soft small">{t(texts.selfTestHint)}</p>
    </section>
  );
}

/** What the self-test found of one subscription, in a word. */
export function TestOutcome({ outcome }: Pick<Outcome, 'outcome'>) {
  const t = useSay();
  const [label, tone] = OUTCOMES[outcome];
  return <Badge tone={tone}>{t(label)}</Badge>;
}

function Subscription({ tested }: { tested: Outcome }) {
  const t = useSay();
  const { locale } = useReader();
  const count = (value: number) => formatCount(value, locale);
  const [, , hint] = OUTCOMES[tested.outcome];
  return (
    <li className="stack tight">
      <span className="row">
        <code className="exact">{tested.name}</code>
        <TestOutcome outcome={tested.outcome} />
        {tested.outcome === 'found' ? (
          <span className="soft small">
            {t(texts.records, { files: count(tested.files), records: count(tested.records) })}
          </span>
        ) : null}
        {tested.carrierStatus && tested.carrierStatus !== 'A' ? (
          <span className="soft small">{t(texts.carrierStatus, { code: tested.carrierStatus })}</span>
        ) : null}
      </span>
      {hint ? <span className="small">{t(hint)}</span> : null}
      {tested.fault ? <span className="small">{t(callFaultText(tested.fault))}</span> : null}
      {tested.firstTrackingNumbers.length > 0 ? (
        <span className="soft small mono wrap">{tested.firstTrackingNumbers.join(' · ')}</span>
      ) : null}
    </li>
  );
}
