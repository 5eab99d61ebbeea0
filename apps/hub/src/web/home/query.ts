import { queryOptions } from '@tanstack/react-query';
import type { Home } from '../../api/parcels.ts';
import { call } from '../api.ts';

export const homeQuery = queryOptions({
  queryKey: ['home'],
  queryFn: () => call<Home>('GET', '/home'),
  refetchInterval: 15_000,
});
