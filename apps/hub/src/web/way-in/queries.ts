import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { AccountDirectory, AccountsImported, Standing, WayIn } from '../../api/way-in.ts';
import { call, type Method } from '../api.ts';

/** Whom to ask, and how near the cut-over is. */
export const standingQuery = queryOptions({
  queryKey: ['standing'],
  queryFn: () => call<Standing>('GET', '/way-in/standing'),
  staleTime: 60_000,
});

/** Read again now and then: a second administrator, or the desk, may be at work. */
export const wayInQuery = queryOptions({
  queryKey: ['way-in'],
  queryFn: () => call<WayIn>('GET', '/way-in'),
  refetchInterval: 10_000,
});

export const accountsQuery = queryOptions({
  queryKey: ['way-in', 'accounts'],
  queryFn: () => call<AccountDirectory>('GET', '/way-in/accounts'),
});

interface StepCall {
  readonly method: Extract<Method, 'POST' | 'DELETE'>;
  readonly step: string;
  readonly body?: unknown;
}

/** Takes a step or takes it back; how everything stands then is the answer. */
export function useStep() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ method, step, body }: StepCall) =>
      call<WayIn>(method, method === 'POST' ? `/way-in/${step}` : `/way-in/steps/${step}`, body),
    onSuccess: (wayIn) => client.setQueryData(wayInQuery.queryKey, wayIn),
  });
}

export function useImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (file: File) =>
      call<AccountsImported>('POST', '/way-in/accounts', { csv: await file.text() }),
    onSuccess: () => client.invalidateQueries({ queryKey: wayInQuery.queryKey }),
  });
}
