import { Field } from '@lading/ui/parts/field';
import { useReader, useSay } from '@lading/ui/parts/language';
import { Loading } from '@lading/ui/parts/loading';
import { Notice } from '@lading/ui/parts/notice';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { AcceptInvitation, OpenInvitation } from '../../api/people.ts';
import { call } from '../api.ts';
import { texts as shellTexts } from '../shell/text.ts';
import { type BeforeSession, Frame, linkToken, Trouble } from './frame.tsx';
import { NewPassword } from './new-password.tsx';
import { texts } from './text.ts';

/** Where an invitation's link leads: a new person makes a login, a known one says who they are. */
export function JoinPage({ onLocale }: BeforeSession) {
  const t = useSay();
  const token = linkToken();
  const { data, error, isPending } = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => call<OpenInvitation>('POST', '/invitations/look', { token }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (data) return <Accept invitation={data} token={token} onLocale={onLocale} />;
  return (
    <Frame title={t(texts.joinTitle)} onLocale={onLocale}>
      {isPending ? <Loading label={t(shellTexts.loading)} /> : null}
      <Trouble error={error} />
      <p>
        <a href="/">{t(texts.toSignIn)}</a>
      </p>
    </Frame>
  );
}

function Accept({
  invitation,
  token,
  onLocale,
}: BeforeSession & { readonly invitation: OpenInvitation; readonly token: string }) {
  const t = useSay();
  const { locale } = useReader();
  const { companyName, email, hasAccount } = invitation;
  const accept = useMutation({
    mutationFn: (body: AcceptInvitation) => call<void>('POST', '/invitations/accept', body),
  });
  const submit = (form: FormData) => {
    const name = String(form.get('name') ?? '');
    const password = String(form.get('password'));
    accept.mutate(hasAccount ? { token, password } : { token, password, name, locale });
  };
  const title = t(texts.joinCompany, { company: companyName });
  if (accept.isSuccess) {
    return (
      <Frame title={title} onLocale={onLocale}>
        <Notice tone="good">{t(texts.joined, { company: companyName })}</Notice>
        <p>
          <a className="button primary" href="/">
            {t(texts.toSignIn)}
          </a>
        </p>
      </Frame>
    );
  }
  const lead = t(hasAccount ? texts.joinKnown : texts.joinNew, { email });
  return (
    <Frame title={title} lead={lead} onLocale={onLocale} onSubmit={submit}>
      <Trouble error={accept.error} />
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      {hasAccount ? null : (
        <Field label={t(texts.name)} name="name" autoComplete="name" maxLength={120} required autoFocus />
      )}
      {hasAccount ? (
        <Field
          label={t(texts.password)}
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
      ) : (
        <NewPassword />
      )}
      <button type="submit" className="button primary" disabled={accept.isPending}>
        {t(texts.join)}
      </button>
    </Frame>
  );
}
