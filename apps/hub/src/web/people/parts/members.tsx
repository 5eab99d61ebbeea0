import { Confirm } from '@lading/ui/parts/confirm';
import { useSay } from '@lading/ui/parts/language';
import { Badge } from '@lading/ui/parts/notice';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { People } from '../../../api/people.ts';
import { call } from '../../api.ts';
import { Failure } from '../../shell/trouble.tsx';
import { texts } from '../text.ts';

type Member = People['members'][number];

export function Members({ members }: Pick<People, 'members'>) {
  const t = useSay();
  const client = useQueryClient();
  const [leaving, setLeaving] = useState<Member | null>(null);
  const onSettled = () => client.invalidateQueries({ queryKey: ['people'] });
  const change = useMutation({
    mutationFn: ({ userId, role }: Pick<Member, 'userId' | 'role'>) =>
      call<People>('PATCH', `/people/${userId}`, { role }),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: ({ userId }: Member) => call<void>('DELETE', `/people/${userId}`),
    onSettled,
  });
  const error = change.error ?? remove.error;
  return (
    <section className="stack">
      {error ? <Failure error={error} /> : null}
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">{t(texts.name)}</th>
            <th scope="col">{t(texts.role)}</th>
            <th scope="col">{t(texts.secondFactor)}</th>
            <th scope="col">
              <span className="visually-hidden">{t(texts.actions)}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <MemberRow
              key={member.userId}
              member={member}
              onRole={(role) => change.mutate({ userId: member.userId, role })}
              onRemove={() => setLeaving(member)}
            />
          ))}
        </tbody>
      </table>
      <Confirm
        isOpen={leaving !== null}
        title={t(texts.removeTitle, { name: leaving?.name ?? '' })}
        confirm={t(texts.remove)}
        cancel={t(texts.cancel)}
        onCancel={() => setLeaving(null)}
        onConfirm={() => {
          if (leaving) remove.mutate(leaving);
          setLeaving(null);
        }}
      >
        {t(texts.removeText, { name: leaving?.name ?? '' })}
      </Confirm>
    </section>
  );
}

interface RowProps {
  readonly member: Member;
  readonly onRole: (role: Member['role']) => void;
  readonly onRemove: () => void;
}

function MemberRow({ member, onRole, onRemove }: RowProps) {
  const t = useSay();
  const { name, email, role, hasSecondFactor } = member;
  return (
    <tr>
      <td>
        {name}
        <span className="soft small second wrap">{email}</span>
      </td>
      <td data-label={t(texts.role)}>
        <select
          className="input"
          aria-label={t(texts.roleOf, { name })}
          value={role}
          onChange={(event) => onRole(event.target.value === 'administrator' ? 'administrator' : 'user')}
        >
          <option value="administrator">{t(texts.administrator)}</option>
          <option value="user">{t(texts.user)}</option>
        </select>
      </td>
      <td data-label={t(texts.secondFactor)}>
        <Badge tone={hasSecondFactor ? 'good' : 'calm'}>{t(hasSecondFactor ? texts.on : texts.off)}</Badge>
      </td>
      <td>
        <button type="button" className="button quiet" onClick={onRemove}>
          {t(texts.remove)}
          <span className="visually-hidden"> {name}</span>
        </button>
      </td>
    </tr>
  );
}
