import { chooseLocale, type Locale } from '@lading/kit/text';
import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import type { Session } from '../api/session.ts';
import { ApiFailure, call, rememberCsrfToken } from './api.ts';

/** Null: nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: readSession,
  staleTime: 60_000,
});

async function readSession(): Promise<Session | null> {
  try {
    return keepSession(await call<Session>('GET', '/session'));
  } catch (error) {
    if (error instanceof ApiFailure && error.status === 401) return null;
    throw error;
  }
}

export function keepSession(session: Session): Session {
  rememberCsrfToken(session.csrfToken);
  return session;
}

/**
 * Somebody comes, goes, or works for another company: nothing of the one before stays on screen. The session's own
 * entry is changed, not dropped, because the shell watches it.
 */
export function changeSession(client: QueryClient, session: Session | null): void {
  const [kept] = sessionQuery.queryKey;
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== kept });
  client.setQueryData(sessionQuery.queryKey, session && keepSession(session));
}

/** The signed-in person; only below the shell, which shows nothing without one. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('This screen stands below the shell, which needs a session.');
  return data;
}

const LOCALE_KEY = 'lading.locale';

/** The language before anybody is signed in: chosen on this device, else the browser's. */
export function deviceLocale(): Locale {
  const kept = localStorage.getItem(LOCALE_KEY);
  return kept === 'en' || kept === 'fr' ? kept : chooseLocale(navigator.languages.join(','));
}

export function keepDeviceLocale(locale: Locale): void {
  localStorage.setItem(LOCALE_KEY, locale);
}
