import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  Integration,
  IntegrationChange,
  IntegrationList,
  OwnApplication,
} from '../../api/integrations.ts';
import { call } from '../api.ts';

export const integrationsQuery = queryOptions({
  queryKey: ['integrations'],
  queryFn: () => call<IntegrationList>('GET', '/integrations'),
  refetchInterval: 10_000,
});

export const integrationQuery = (integrationId: string) =>
  queryOptions({
    queryKey: ['integration', integrationId],
    queryFn: () => call<Integration>('GET', `/integrations/${integrationId}`),
    refetchInterval: ({ state }) => (isBeingTested(state.data) ? 1_500 : 10_000),
  });

/** Between the authorization and the end of its self-test. */
function isBeingTested(integration: Integration | undefined): boolean {
  return integration?.status === 'authorized' && integration.selfTest === null;
}

/** One change of an integration; what it answers is shown at once, lists are read again. */
function useIntegrationMutation<Input>(
  integrationId: string,
  send: (input: Input) => Promise<Integration | undefined>,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    gcTime: 0,
    onSuccess: async (integration) => {
      if (integration) client.setQueryData(integrationQuery(integrationId).queryKey, integration);
      await client.invalidateQueries({ queryKey: ['integrations'] });
    },
  });
}

export function useChange(integrationId: string) {
  return useIntegrationMutation(integrationId, (change: IntegrationChange) =>
    call<Integration>('PATCH', `/integrations/${integrationId}`, change),
  );
}

/** The secret is sent and forgotten: a mutation keeps what it was given, so its memory ends with the screen. */
export function useOwnApplication(integrationId: string) {
  return useIntegrationMutation<OwnApplication>(integrationId, (application) =>
    call<Integration>('PUT', `/integrations/${integrationId}/application`, application),
  );
}

export function useSelfTest(integrationId: string) {
  return useIntegrationMutation<void>(integrationId, () =>
    call<Integration>('POST', `/integrations/${integrationId}/self-test`, {}),
  );
}

/** `take-over` or `hand-back`. */
export function useSwitch(integrationId: string) {
  return useIntegrationMutation<'take-over' | 'hand-back'>(integrationId, (to) =>
    call<Integration>('POST', `/integrations/${integrationId}/${to}`, {}),
  );
}

export function useReadNow(integrationId: string) {
  return useIntegrationMutation<void>(integrationId, () =>
    call<undefined>('POST', `/integrations/${integrationId}/read`, {}),
  );
}

export function useRemove(integrationId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call<undefined>('DELETE', `/integrations/${integrationId}`),
    onSuccess: async () => {
      client.removeQueries({ queryKey: ['integration', integrationId] });
      await client.invalidateQueries({ queryKey: ['integrations'] });
      await client.invalidateQueries({ queryKey: ['home'] });
    },
  });
}
