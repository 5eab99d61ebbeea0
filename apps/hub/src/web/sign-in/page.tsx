import type { Locale } from '@lading/kit/text';
import { Field } from '@lading/ui/parts/field';
import { useReader, useSay } from '@lading/ui/parts/language';
import { Notice } from '@lading/ui/parts/notice';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import type { Session, SignIn } from '../../api/session.ts';
import { ApiFailure, call } from '../api.ts';
import { changeSession } from '../session.ts';
import { Heading } from '../shell/heading.tsx';
import { texts as shellTexts } from '../shell/text.ts';
import { texts } from './text.ts';

/** Stands at whatever address was asked for, so that signing in leads straight there. */
export function SignInPage({ onLocale }: { onLocale: (locale: Locale) => void }) {
  const t = useSay();
  const { locale } = useReader();
  const signIn = useSignIn();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    signIn.mutate({ email: String(form.get('email')), password: String(form.get('password')) });
  };
  return (
    <main className="sign-in">
      <form className="card stack" onSubmit={submit}>
        <div className="row apart">
          <span className="brand">Lading</span>
          <button
            type="button"
            className="button quiet"
            lang={locale === 'en' ? 'fr' : 'en'}
            onClick={() => onLocale(locale === 'en' ? 'fr' : 'en')}
          >
            {t(shellTexts.otherLanguage)}
          </button>
        </div>
        <div className="stack tight">
          <Heading title={t(texts.title)} />
          <p className="soft">{t(texts.lead)}</p>
        </div>
        <SignInTrouble error={signIn.error} />
        <Field label={t(texts.email)} name="email" type="email" autoComplete="username" required autoFocus />
        <Field
          label={t(texts.password)}
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
        <button type="submit" className="button primary" disabled={signIn.isPending}>
          {t(signIn.isPending ? texts.checking : texts.submit)}
        </button>
      </form>
      <p className="foot">{t(shellTexts.affiliation)}</p>
    </main>
  );
}

function SignInTrouble({ error }: { error: Error | null }) {
  const t = useSay();
  if (error === null) return null;
  return <Notice tone="bad">{t(error instanceof ApiFailure ? error.text : shellTexts.unexpected)}</Notice>;
}

function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (credentials: SignIn) => call<Session>('POST', '/session', credentials),
    onSuccess: (session) => changeSession(client, session),
  });
}
