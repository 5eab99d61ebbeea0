import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Session } from '../../api/session.ts';
import { call } from '../api.ts';
import { changeSession } from '../session.ts';

/** Changes the company one works for. */
export function useChooseCompany() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (companyId: string) => call<Session>('POST', '/session/company', { companyId }),
    onSuccess: (session) => changeSession(client, session),
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call<undefined>('DELETE', '/session'),
    onSuccess: () => changeSession(client, null),
  });
}
