import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AccountChange, Session } from '../../api/session.ts';
import { call } from '../api.ts';
import { keepSession, sessionQuery } from '../session.ts';

/** What a person decides for themselves, kept with the account: language and time zone. */
export function useAccountChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: AccountChange) => call<Session>('PATCH', '/account', change),
    onSuccess: (session) => client.setQueryData(sessionQuery.queryKey, keepSession(session)),
  });
}
