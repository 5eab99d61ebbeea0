import { Field } from '@lading/ui/parts/field';
import { useSay } from '@lading/ui/parts/language';
import { Notice } from '@lading/ui/parts/notice';
import { useMutation } from '@tanstack/react-query';
import { call } from '../api.ts';
import { type BeforeSession, Frame, linkToken, Trouble } from './frame.tsx';
import { NewPassword } from './new-password.tsx';
import { texts } from './text.ts';

/** Without a link one asks for it; with it one chooses the password. */
export function ResetPage({ onLocale }: BeforeSession) {
  const token = linkToken();
  return token === '' ? <Ask onLocale={onLocale} /> : <Choose token={token} onLocale={onLocale} />;
}

function Ask({ onLocale }: BeforeSession) {
  const t = useSay();
  const ask = useMutation({
    mutationFn: (email: string) => call<void>('POST', '/password-resets', { email }),
  });
  return (
    <Frame
      title={t(texts.resetTitle)}
      lead={t(texts.resetLead)}
      onLocale={onLocale}
      onSubmit={(form) => ask.mutate(String(form.get('email')))}
    >
      <Trouble error={ask.error} />
      {ask.isSuccess ? <Notice tone="good">{t(texts.resetSent)}</Notice> : null}
      <Field label={t(texts.email)} name="email" type="email" autoComplete="username" required autoFocus />
      <button type="submit" className="button primary" disabled={ask.isPending}>
        {t(texts.resetAsk)}
      </button>
      <p>
        <a href="/">{t(texts.toSignIn)}</a>
      </p>
    </Frame>
  );
}

function Choose({ token, onLocale }: BeforeSession & { readonly token: string }) {
  const t = useSay();
  const choose = useMutation({
    mutationFn: (password: string) => call<void>('POST', '/password-resets/complete', { token, password }),
  });
  return (
    <Frame
      title={t(texts.resetTitle)}
      onLocale={onLocale}
      onSubmit={(form) => choose.mutate(String(form.get('password')))}
    >
      <Trouble error={choose.error} />
      {choose.isSuccess ? (
        <>
          <Notice tone="good">{t(texts.resetDone)}</Notice>
          <p>
            <a className="button primary" href="/">
              {t(texts.toSignIn)}
            </a>
          </p>
        </>
      ) : (
        <>
          <NewPassword />
          <button type="submit" className="button primary" disabled={choose.isPending}>
            {t(texts.resetChoose)}
          </button>
        </>
      )}
    </Frame>
  );
}
