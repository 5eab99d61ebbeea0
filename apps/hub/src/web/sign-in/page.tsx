import { Field } from '@lading/ui/parts/field';
import { useSay } from '@lading/ui/parts/language';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Session, SignIn } from '../../api/session.ts';
import { ApiFailure, call } from '../api.ts';
import { changeSession } from '../session.ts';
import { type BeforeSession, Frame, Trouble } from './frame.tsx';
import { texts } from './text.ts';

/** Stands at whatever address was asked for, so that signing in leads straight there. */
export function SignInPage({ onLocale }: BeforeSession) {
  const t = useSay();
  const signIn = useSignIn();
  const [isCodeAsked, askCode] = useState(false);
  const submit = (form: FormData) => {
    const code = String(form.get('code') ?? '');
    const credentials = { email: String(form.get('email')), password: String(form.get('password')) };
    signIn.mutate(code === '' ? credentials : { ...credentials, code }, {
      onError: (error) => {
        if (error instanceof ApiFailure && error.code === 'CODE_REQUIRED') askCode(true);
      },
    });
  };
  const isJustAsked = signIn.error instanceof ApiFailure && signIn.error.code === 'CODE_REQUIRED';
  return (
    <Frame title={t(texts.title)} lead={t(texts.lead)} onLocale={onLocale} onSubmit={submit}>
      <Trouble error={isJustAsked ? null : signIn.error} />
      <Field label={t(texts.email)} name="email" type="email" autoComplete="username" required autoFocus />
      <Field
        label={t(texts.password)}
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      {isCodeAsked ? (
        <Field
          label={t(texts.code)}
          hint={t(texts.codeHint)}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          required
        />
      ) : null}
      <button type="submit" className="button primary" disabled={signIn.isPending}>
        {t(signIn.isPending ? texts.checking : texts.submit)}
      </button>
      <p>
        <a href="/reset">{t(texts.forgot)}</a>
      </p>
    </Frame>
  );
}

function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (credentials: SignIn) => call<Session>('POST', '/session', credentials),
    onSuccess: (session) => changeSession(client, session),
  });
}
