import { useSay } from '@lading/ui/parts/language';
import type { ReactNode } from 'react';
import { Failure } from '../../shell/trouble.tsx';
import { useStep } from '../queries.ts';
import type { Step } from '../steps.ts';
import { texts } from '../text.ts';
import { DoneBy, StepBadge } from './checklist.tsx';

interface StepCardProps {
  readonly number: number;
  readonly step: Step;
  readonly children: ReactNode;
}

/** One step: its name, how it stands, who took it, and what there is to do or was done. */
export function StepCard({ number, step, children }: StepCardProps) {
  const t = useSay();
  const id = `step-${step.key}`;
  return (
    <li>
      <section className="card stack" aria-labelledby={id}>
        <div className="stack tight">
          <span className="row apart">
            <span className="soft small">{t(texts.step, { number })}</span>
            <span className="row">
              <DoneBy done={step.done} />
              <StepBadge state={step.state} />
            </span>
          </span>
          <h2 id={id}>{t(step.title)}</h2>
        </div>
        {children}
      </section>
    </li>
  );
}

/** Opens a step again, for whoever took it by mistake or has to take it anew. */
export function TakeBack({ step }: { step: Exclude<Step['key'], 'authorization'> }) {
  const t = useSay();
  const takeBack = useStep();
  return (
    <>
      {takeBack.error ? <Failure error={takeBack.error} /> : null}
      <p>
        <button
          type="button"
          className="button"
          disabled={takeBack.isPending}
          onClick={() => takeBack.mutate({ method: 'DELETE', step })}
        >
          {t(texts.takeBack)}
        </button>
      </p>
    </>
  );
}
