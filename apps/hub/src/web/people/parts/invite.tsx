import { Field, Select } from '@lading/ui/parts/field';
import { useSay } from '@lading/ui/parts/language';
import { Notice } from '@lading/ui/parts/notice';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Invited, NewInvitation } from '../../../api/people.ts';
import { call } from '../../api.ts';
import { Failure } from '../../shell/trouble.tsx';
import { texts } from '../text.ts';

export function Invite() {
  const t = useSay();
  const client = useQueryClient();
  const [role, setRole] = useState<NewInvitation['role']>('user');
  const invite = useMutation({
    mutationFn: (invitation: NewInvitation) => call<Invited>('POST', '/people/invitations', invitation),
    onSettled: () => client.invalidateQueries({ queryKey: ['people'] }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const email = String(new FormData(form).get('email'));
    invite.mutate({ email, role }, { onSuccess: () => form.reset() });
  };
  return (
    <section className="card stack" aria-labelledby="invite">
      <h2 id="invite">{t(texts.invite)}</h2>
      {invite.error ? <Failure error={invite.error} /> : null}
      {invite.data ? <Outcome invited={invite.data} /> : null}
      <form className="row fields" onSubmit={submit}>
        <Field label={t(texts.email)} name="email" type="email" maxLength={254} required />
        <Select
          label={t(texts.role)}
          value={role}
          choices={[
            { value: 'user', label: t(texts.user) },
            { value: 'administrator', label: t(texts.administrator) },
          ]}
          onChange={(value) => setRole(value === 'administrator' ? 'administrator' : 'user')}
        />
        <button type="submit" className="button primary" disabled={invite.isPending}>
          {t(texts.send)}
        </button>
      </form>
    </section>
  );
}

function Outcome({ invited: { invitation, link } }: { invited: Invited }) {
  const t = useSay();
  const { email } = invitation;
  if (link === null) return <Notice tone="good">{t(texts.sent, { email })}</Notice>;
  return (
    <Notice tone="warn" title={t(texts.linkTitle)}>
      <p>{t(texts.link, { email })}</p>
      <p className="mono wrap">{link}</p>
    </Notice>
  );
}
