import { Select } from '@lading/ui/parts/field';
import { useSay } from '@lading/ui/parts/language';
import { type FormEvent, useState } from 'react';
import type { WayIn } from '../../../api/way-in.ts';
import { ASSOCIATION_WAYS } from '../../../api/words.ts';
import { Failure } from '../../shell/trouble.tsx';
import { useStep } from '../queries.ts';
import { texts } from '../text.ts';
import { TakeBack } from './step-card.tsx';

const WAYS = {
  associated: texts.associated,
  existing: texts.existing,
  'account-executive': texts.executive,
} as const;

export function Associations({ wayIn }: { wayIn: WayIn }) {
  const t = useSay();
  const { associations, carrierUser } = wayIn;
  const isOpen = associations === null || associations.how === 'account-executive';
  return (
    <>
      {associations ? <p>{t(WAYS[associations.how])}</p> : null}
      {isOpen ? (
        <AssociationsForm
          key={carrierUser?.how}
          usual={carrierUser?.how === 'existing' ? 'existing' : 'associated'}
        />
      ) : (
        <TakeBack step="associations" />
      )}
    </>
  );
}

function AssociationsForm({ usual }: { usual: string }) {
  const t = useSay();
  const step = useStep();
  const [how, setHow] = useState(usual);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    step.mutate({ method: 'POST', step: 'associations', body: { how } });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <p>{t(texts.associationsLead)}</p>
      <p>{t(texts.executiveHint)}</p>
      <Select
        label={t(texts.how)}
        name="associations"
        value={how}
        choices={ASSOCIATION_WAYS.map((way) => ({ value: way, label: t(WAYS[way]) }))}
        onChange={setHow}
      />
      {step.error ? <Failure error={step.error} /> : null}
      <p>
        <button type="submit" className="button primary" disabled={step.isPending}>
          {t(texts.markDone)}
        </button>
      </p>
    </form>
  );
}
