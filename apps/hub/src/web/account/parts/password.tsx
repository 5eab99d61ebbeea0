import { Field } from '@lading/ui/parts/field';
import { useSay } from '@lading/ui/parts/language';
import { Notice } from '@lading/ui/parts/notice';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { call } from '../../api.ts';
import { Failure } from '../../shell/trouble.tsx';
import { NewPassword } from '../../sign-in/new-password.tsx';
import { texts } from '../text.ts';

export function PasswordChange() {
  const t = useSay();
  const change = useMutation({
    mutationFn: (body: { current: string; password: string }) =>
      call<void>('POST', '/account/password', body),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const values = new FormData(form);
    change.mutate(
      { current: String(values.get('current')), password: String(values.get('password')) },
      { onSuccess: () => form.reset() },
    );
  };
  return (
    <section className="card stack" aria-labelledby="password">
      <h2 id="password">{t(texts.password)}</h2>
      {change.error ? <Failure error={change.error} /> : null}
      {change.isSuccess ? <Notice tone="good">{t(texts.passwordSet)}</Notice> : null}
      <form className="stack" onSubmit={submit}>
        <Field
          label={t(texts.currentPassword)}
          name="current"
          type="password"
          autoComplete="current-password"
          required
        />
        <NewPassword />
        <div>
          <button type="submit" className="button" disabled={change.isPending}>
            {t(texts.setPassword)}
          </button>
        </div>
      </form>
    </section>
  );
}
