import { useReader, useSay } from '@lading/ui/parts/language';
import { Loading } from '@lading/ui/parts/loading';
import { formatInstant } from '@lading/ui/time';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { People } from '../../api/people.ts';
import { call } from '../api.ts';
import { AdministratorsOnly } from '../integrations/parts/administrators-only.tsx';
import { useSession } from '../session.ts';
import { Heading } from '../shell/heading.tsx';
import { texts as shellTexts } from '../shell/text.ts';
import { Failure } from '../shell/trouble.tsx';
import { Invite } from './parts/invite.tsx';
import { Members } from './parts/members.tsx';
import { texts } from './text.ts';

/** Who belongs to the company, and who is asked to. */
export function PeoplePage() {
  const t = useSay();
  const { company } = useSession();
  return company?.role === 'administrator' ? <Everybody /> : <AdministratorsOnly title={t(texts.title)} />;
}

function Everybody() {
  const t = useSay();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['people'],
    queryFn: () => call<People>('GET', '/people'),
  });
  return (
    <div className="screen stack">
      <Heading title={t(texts.title)} />
      <p className="soft">{t(texts.lead)}</p>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {isPending ? <Loading label={t(shellTexts.loading)} /> : null}
      {data ? (
        <>
          <Members members={data.members} />
          <Invite />
          <Invitations invitations={data.invitations} />
        </>
      ) : null}
    </div>
  );
}

function Invitations({ invitations }: Pick<People, 'invitations'>) {
  const t = useSay();
  const { locale, zone } = useReader();
  const client = useQueryClient();
  const takeBack = useMutation({
    mutationFn: (invitationId: string) => call<void>('DELETE', `/people/invitations/${invitationId}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['people'] }),
  });
  return (
    <section className="stack" aria-labelledby="invitations">
      <h2 id="invitations">{t(texts.invitations)}</h2>
      {takeBack.error ? <Failure error={takeBack.error} /> : null}
      {invitations.length === 0 ? <p className="card empty">{t(texts.noInvitations)}</p> : null}
      {invitations.length === 0 ? null : (
        <table className="table cards">
          <thead>
            <tr>
              <th scope="col">{t(texts.email)}</th>
              <th scope="col">{t(texts.role)}</th>
              <th scope="col">{t(texts.until)}</th>
              <th scope="col">{t(texts.invitedBy)}</th>
              <th scope="col">
                <span className="visually-hidden">{t(texts.actions)}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {invitations.map((one) => (
              <tr key={one.invitationId}>
                <td className="wrap">{one.email}</td>
                <td data-label={t(texts.role)}>{t(texts[one.role])}</td>
                <td data-label={t(texts.until)}>{formatInstant(one.expiresAt, locale, zone)}</td>
                <td data-label={t(texts.invitedBy)}>{one.invitedBy ?? '—'}</td>
                <td>
                  <button
                    type="button"
                    className="button quiet"
                    onClick={() => takeBack.mutate(one.invitationId)}
                  >
                    {t(texts.takeBack)}
                    <span className="visually-hidden"> {one.email}</span>
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
