import { useSay } from '@lading/ui/parts/language';
import { Notice } from '@lading/ui/parts/notice';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { RateAnswer, RateQuestion } from '../../api/rates.ts';
import { call } from '../api.ts';
import { useEnvironment } from '../shell/environment.tsx';
import { Heading } from '../shell/heading.tsx';
import { Failure } from '../shell/trouble.tsx';
import { Parcels } from './parts/parcels.tsx';
import { PlaceFields } from './parts/place.tsx';
import { Services } from './parts/services.tsx';
import { type Draft, newDraft, questionOf } from './question.ts';
import { texts } from './text.ts';
import './rates.css';

/** What parcels would cost, service by service. */
export function RatesPage() {
  const t = useSay();
  const environment = useEnvironment();
  const [draft, setDraft] = useState<Draft>(() => newDraft('US'));
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const ask = useMutation({
    mutationFn: (question: RateQuestion) =>
      call<RateAnswer>('POST', `/rates?environment=${environment}`, question),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    ask.mutate(questionOf(draft));
  };
  return (
    <div className="screen stack">
      <Heading title={t(texts.title)} />
      <p className="soft">{t(texts.lead)}</p>
      {environment === 'sandbox' ? <Notice tone="accent">{t(texts.model)}</Notice> : null}
      <form className="stack" onSubmit={submit}>
        <div className="rate-places">
          <PlaceFields legend={t(texts.from)} place={draft.from} onChange={(from) => change({ from })} />
          <PlaceFields legend={t(texts.to)} place={draft.to} onChange={(to) => change({ to })}>
            <label className="check">
              <input
                type="checkbox"
                checked={draft.isResidential}
                onChange={(event) => change({ isResidential: event.target.checked })}
              />
              {t(texts.residential)}
            </label>
          </PlaceFields>
        </div>
        <Parcels draft={draft} onChange={change} />
        <div>
          <button type="submit" className="button primary" disabled={ask.isPending}>
            {t(ask.isPending ? texts.asking : texts.ask)}
          </button>
        </div>
      </form>
      {ask.error ? <Failure error={ask.error} /> : null}
      {ask.data ? <Services answer={ask.data} /> : null}
    </div>
  );
}
