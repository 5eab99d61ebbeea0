import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useReducer, useRef, useState } from 'react';
import type { AuthorizationStart, AuthorizationState } from '../../api/integrations.ts';
import { call } from '../api.ts';
import { isUnderWay, type Progress, progress } from './authorization.ts';
import { integrationQuery } from './queries.ts';

const POPUP = 'popup,width=480,height=640';
const ASK_EVERY_MS = 1_000;

export interface Authorization {
  readonly progress: Progress;
  readonly error: unknown;
  /** Must be called by the click itself, or browsers refuse the window. */
  readonly start: () => void;
}

/** Opens the carrier's window and asks the server how it ended; survives a reload of the page. */
export function useAuthorization(integrationId: string): Authorization {
  const storageKey = `lading.authorization.${integrationId}`;
  const [id, setId] = useState(() => sessionStorage.getItem(storageKey));
  const [current, signal] = useReducer(progress, id === null ? { kind: 'ready' } : { kind: 'waiting' });
  const [error, setError] = useState<unknown>(null);
  const popup = useRef<Window | null>(null);
  useServerWord(integrationId, isUnderWay(current) ? id : null, (state) => {
    if (popup.current?.closed === true && state.outcome === 'waiting') signal({ kind: 'window-gone' });
    signal({ kind: 'server-says', state });
    if (state.outcome !== 'waiting' && state.outcome !== 'exchanging') sessionStorage.removeItem(storageKey);
  });
  const start = async (opened: Window | null) => {
    try {
      const path = `/integrations/${integrationId}/authorizations`;
      const begun = await call<AuthorizationStart>('POST', path, {});
      sessionStorage.setItem(storageKey, begun.authorizationId);
      setId(begun.authorizationId);
      if (opened === null) return signal({ kind: 'blocked', popupUrl: begun.popupUrl });
      opened.location.href = begun.popupUrl;
      signal({ kind: 'opened' });
    } catch (failure) {
      opened?.close();
      setError(failure);
      signal({ kind: 'start-failed' });
    }
  };
  return {
    progress: current,
    error,
    start: () => {
      setError(null);
      signal({ kind: 'pressed' });
      popup.current = window.open('about:blank', 'lading-carrier', POPUP);
      void start(popup.current);
    },
  };
}

function useServerWord(
  integrationId: string,
  id: string | null,
  hear: (state: AuthorizationState) => void,
): void {
  const client = useQueryClient();
  const { data, dataUpdatedAt } = useQuery({
    queryKey: ['authorization', integrationId, id],
    queryFn: () => call<AuthorizationState>('GET', `/integrations/${integrationId}/authorizations/${id}`),
    enabled: id !== null,
    refetchInterval: ASK_EVERY_MS,
    refetchIntervalInBackground: true,
    gcTime: 0,
    staleTime: 0,
  });
  const listener = useRef(hear);
  listener.current = hear;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every answer counts, also one that says the same
  useEffect(() => {
    if (!data) return;
    listener.current(data);
    client.setQueryData(integrationQuery(integrationId).queryKey, data.integration);
    if (data.outcome === 'authorized') {
      void client.invalidateQueries({ queryKey: ['integrations'] });
      void client.invalidateQueries({ queryKey: ['home'] });
    }
  }, [data, dataUpdatedAt]);
}
