import { queryOptions } from '@tanstack/react-query';
import type { Home } from '../../api/parcels.ts';
import { call } from '../api.ts';
import type { EnvironmentName } from '../shell/looked-at.ts';

export const homeQuery = (environment: EnvironmentName) =>
  queryOptions({
    queryKey: ['home', environment],
    queryFn: () => call<Home>('GET', `/home?environment=${environment}`),
    refetchInterval: 15_000,
  });
