import type { Text } from '@lading/kit/text';
import { Confirm } from '@lading/ui/parts/confirm';
import { Field } from '@lading/ui/parts/field';
import { useSay } from '@lading/ui/parts/language';
import { Notice } from '@lading/ui/parts/notice';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type Company, type CompanyChange, DAYS } from '../../../api/company.ts';
import { call } from '../../api.ts';
import { texts as peopleTexts } from '../../people/text.ts';
import { Failure } from '../../shell/trouble.tsx';
import { type Days, isShorter, readDays, troubleOf } from '../days.ts';
import { texts } from '../text.ts';

/** The days of answers and of parcels; fewer of them are asked about first. */
export function Keeping({ days: kept }: { days: Days }) {
  const t = useSay();
  const client = useQueryClient();
  const [raw, setRaw] = useState(String(kept.rawDays));
  const [events, setEvents] = useState(String(kept.eventDays));
  const [isAsking, setAsking] = useState(false);
  const change = useMutation({
    mutationFn: (body: CompanyChange) => call<Company>('PATCH', '/company', body),
    onSuccess: (company) => client.setQueryData(['company'], company),
  });
  const days = { rawDays: readDays(raw), eventDays: readDays(events) };
  const trouble = troubleOf(days);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (trouble.rawDays || trouble.eventDays) return;
    if (isShorter(days, kept)) setAsking(true);
    else change.mutate(days);
  };
  return (
    <section className="card stack" aria-labelledby="keeping">
      <h2 id="keeping">{t(texts.keeping)}</h2>
      <p className="soft">{t(texts.keepingLead)}</p>
      {change.error ? <Failure error={change.error} /> : null}
      {change.isSuccess ? <Notice tone="good">{t(texts.saved)}</Notice> : null}
      <form className="stack" onSubmit={submit} noValidate>
        <DaysField
          label={texts.rawDays}
          hint={texts.rawHint}
          bounds={DAYS.raw}
          trouble={trouble.rawDays}
          value={raw}
          onChange={setRaw}
        />
        <DaysField
          label={texts.eventDays}
          hint={texts.eventHint}
          bounds={DAYS.events}
          trouble={trouble.eventDays}
          value={events}
          onChange={setEvents}
        />
        <div>
          <button type="submit" className="button primary" disabled={change.isPending}>
            {t(texts.save)}
          </button>
        </div>
      </form>
      <Confirm
        isOpen={isAsking}
        title={t(texts.shorten)}
        confirm={t(texts.shortenYes)}
        cancel={t(peopleTexts.cancel)}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          change.mutate(days);
        }}
      >
        <p>{t(texts.shortenText)}</p>
      </Confirm>
    </section>
  );
}

interface DaysFieldProps {
  readonly label: Text;
  readonly hint: Text;
  readonly bounds: { readonly minimum: number; readonly maximum: number };
  readonly trouble: 'bounds' | 'order' | null;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function DaysField({ label, hint, bounds, trouble, value, onChange }: DaysFieldProps) {
  const t = useSay();
  return (
    <Field
      label={t(label)}
      hint={t(hint, bounds)}
      trouble={trouble && t(texts[trouble], bounds)}
      inputMode="numeric"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
