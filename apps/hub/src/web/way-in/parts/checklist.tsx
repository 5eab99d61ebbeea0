import type { Text } from '@lading/kit/text';
import { useReader, useSay } from '@lading/ui/parts/language';
import { Badge, type Tone } from '@lading/ui/parts/notice';
import { formatInstant } from '@lading/ui/time';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { wayInQuery } from '../queries.ts';
import { type Step, type StepState, stepsOf } from '../steps.ts';
import { texts } from '../text.ts';
import { WhomToAsk } from './whom-to-ask.tsx';

const STATES: Readonly<Record<StepState, readonly [Text, Tone]>> = {
  'to-do': [texts.toDo, 'calm'],
  waiting: [texts.waiting, 'warn'],
  done: [texts.done, 'good'],
  skipped: [texts.skipped, 'good'],
  'not-needed': [texts.notNeeded, 'calm'],
};

export function StepBadge({ state }: Pick<Step, 'state'>) {
  const t = useSay();
  const [label, tone] = STATES[state];
  return <Badge tone={tone}>{t(label)}</Badge>;
}

/** The four steps in short, beside the integrations; a screen without them still works. */
export function Checklist() {
  const t = useSay();
  const { data } = useQuery(wayInQuery);
  if (!data) return null;
  return (
    <section className="card stack tight" aria-labelledby="way-in">
      <div className="row apart">
        <h2 id="way-in">{t(texts.title)}</h2>
        <Link to="/way-in">{t(texts.open)}</Link>
      </div>
      <ol className="stack tight checklist">
        {stepsOf(data).map((step, index) => (
          <li key={step.key} className="row apart">
            <span>
              <span className="soft">{index + 1}.</span> {t(step.title)} <DoneBy done={step.done} />
            </span>
            <StepBadge state={step.state} />
          </li>
        ))}
      </ol>
      <WhomToAsk />
    </section>
  );
}

/** Who took it, and when. */
export function DoneBy({ done }: Pick<Step, 'done'>) {
  const t = useSay();
  const { locale, zone } = useReader();
  if (!done) return null;
  const at = formatInstant(done.at, locale, zone);
  return <span className="soft small nowrap">{t(texts.doneBy, { name: done.by, at })}</span>;
}
