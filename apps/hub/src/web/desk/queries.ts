import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { DeskCompanies, DeskCompany, DeskCompanyChange } from '../../api/desk.ts';
import { call } from '../api.ts';

export const deskQuery = queryOptions({
  queryKey: ['desk'],
  queryFn: () => call<DeskCompanies>('GET', '/desk/companies'),
  refetchInterval: 15_000,
});

/** One change for a company; what it answers is shown at once. */
function useDeskMutation<Input>(send: (input: Input) => Promise<DeskCompany>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (changed) =>
      client.setQueryData(
        deskQuery.queryKey,
        (known) =>
          known && {
            ...known,
            companies: known.companies.map((one) => (one.companyId === changed.companyId ? changed : one)),
          },
      ),
  });
}

export function useCompanyChange(companyId: string) {
  return useDeskMutation((change: DeskCompanyChange) =>
    call<DeskCompany>('PATCH', `/desk/companies/${companyId}`, change),
  );
}

/** Records that an integration was found right, or takes that back. */
export function useValidation(companyId: string, integrationId: string) {
  const path = `/desk/companies/${companyId}/integrations/${integrationId}/validation`;
  return useDeskMutation((isRight: boolean) =>
    isRight ? call<DeskCompany>('POST', path, {}) : call<DeskCompany>('DELETE', path),
  );
}
