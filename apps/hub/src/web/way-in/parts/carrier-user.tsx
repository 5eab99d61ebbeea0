import type { Text } from '@lading/kit/text';
import { Field, Select } from '@lading/ui/parts/field';
import { useSay } from '@lading/ui/parts/language';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Company } from '../../../api/company.ts';
import type { WayIn } from '../../../api/way-in.ts';
import { call } from '../../api.ts';
import { Failure } from '../../shell/trouble.tsx';
import { type PersonalSign, personalSign } from '../mailbox.ts';
import { useStep } from '../queries.ts';
import { texts } from '../text.ts';
import { TakeBack } from './step-card.tsx';

const SIGNS: Readonly<Record<PersonalSign, Text>> = {
  member: texts.personalMember,
  'free-mail': texts.personalFree,
  name: texts.personalName,
};

/** What looks like one person's address, in words; asked before a step is taken, refused never. */
export function usePersonalSign(email: string): string | null {
  const t = useSay();
  const { data } = useQuery({
    queryKey: ['company'],
    queryFn: () => call<Company>('GET', '/company'),
    staleTime: 60_000,
  });
  const sign = personalSign(email, data?.members.map((member) => member.email) ?? []);
  return sign && t(SIGNS[sign]);
}

export function CarrierUser({ wayIn: { carrierUser } }: { wayIn: WayIn }) {
  const t = useSay();
  if (carrierUser === null) return <CarrierUserForm />;
  return (
    <>
      <p>
        <strong className="wrap">{carrierUser.email}</strong>{' '}
        <span className="soft">{t(carrierUser.how === 'new' ? texts.newUser : texts.existingUser)}</span>
      </p>
      <TakeBack step="carrier-user" />
    </>
  );
}

function CarrierUserForm() {
  const t = useSay();
  const step = useStep();
  const [how, setHow] = useState('new');
  const [email, setEmail] = useState('');
  const [isDenied, setDenied] = useState(false);
  const [isTried, setTried] = useState(false);
  const caution = usePersonalSign(email);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isDenied)
      step.mutate({ method: 'POST', step: 'carrier-user', body: { how, email, isCampusShip: false } });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <p>{t(texts.sharedMailbox)}</p>
      <Select
        label={t(texts.origin)}
        name="how"
        value={how}
        choices={[
          { value: 'new', label: t(texts.newUser) },
          { value: 'existing', label: t(texts.existingUser) },
        ]}
        onChange={setHow}
      />
      <p className="soft small">{t(texts.existingHint)}</p>
      <Field
        label={t(texts.email)}
        type="email"
        name="email"
        required
        maxLength={254}
        autoComplete="off"
        value={email}
        hint={t(texts.emailHint)}
        caution={caution}
        onChange={(event) => setEmail(event.target.value)}
      />
      <label className="check">
        <input
          type="checkbox"
          name="not-campusship"
          checked={isDenied}
          onChange={() => setDenied(!isDenied)}
        />{' '}
        {t(texts.notCampusShip)}
      </label>
      {isTried && !isDenied ? (
        <p className="small bad-text" role="alert">
          {t(texts.campusShipMissing)}
        </p>
      ) : null}
      {step.error ? <Failure error={step.error} /> : null}
      <p>
        <button type="submit" className="button primary" disabled={step.isPending}>
          {t(texts.markDone)}
        </button>
      </p>
    </form>
  );
}
