import { Field } from '@lading/ui/parts/field';
import { useSay } from '@lading/ui/parts/language';
import { Notice } from '@lading/ui/parts/notice';
import { type FormEvent, useState } from 'react';
import type { WayIn } from '../../../api/way-in.ts';
import { Failure } from '../../shell/trouble.tsx';
import { useStep } from '../queries.ts';
import { texts } from '../text.ts';
import { usePersonalSign } from './carrier-user.tsx';
import { ProvidedNames } from './provided-names.tsx';
import { TakeBack } from './step-card.tsx';
import { WhomToAsk } from './whom-to-ask.tsx';

export function HandOver({ wayIn }: { wayIn: WayIn }) {
  const { handOver, carrierUser, subscriptionNames } = wayIn;
  if (handOver === null) {
    return <HandOverForm key={carrierUser?.email} email={carrierUser?.email ?? ''} />;
  }
  return (
    <>
      <p className="wrap">
        <strong>{handOver.userName}</strong> · {handOver.email}
      </p>
      <ProvidedNames names={subscriptionNames} />
      <TakeBack step="hand-over" />
    </>
  );
}

/** Two fields; there is none for a password, and the hub takes none. */
function HandOverForm({ email: known }: { email: string }) {
  const t = useSay();
  const step = useStep();
  const [userName, setUserName] = useState('');
  const [email, setEmail] = useState(known);
  const caution = usePersonalSign(email);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    step.mutate({ method: 'POST', step: 'hand-over', body: { userName, email } });
  };
  return (
    <form className="stack" onSubmit={submit} autoComplete="off">
      <p>{t(texts.handOverLead)}</p>
      <Notice tone="warn" title={t(texts.neverPassword)}>
        <p>{t(texts.neverPasswordText)}</p>
      </Notice>
      <Field
        label={t(texts.userName)}
        name="carrier-user-name"
        required
        maxLength={64}
        autoComplete="off"
        spellCheck={false}
        value={userName}
        onChange={(event) => setUserName(event.target.value)}
      />
      <Field
        label={t(texts.email)}
        type="email"
        name="carrier-email"
        required
        maxLength={254}
        autoComplete="off"
        value={email}
        caution={caution}
        onChange={(event) => setEmail(event.target.value)}
      />
      <WhomToAsk />
      {step.error ? <Failure error={step.error} /> : null}
      <p>
        <button type="submit" className="button primary" disabled={step.isPending}>
          {t(texts.handOverButton)}
        </button>
      </p>
    </form>
  );
}
