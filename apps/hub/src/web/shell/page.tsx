import type { Locale } from '@lading/kit/text';
import { ReaderProvider, useSay } from '@lading/ui/parts/language';
import { Loading } from '@lading/ui/parts/loading';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { Session } from '../../api/session.ts';
import { deviceLocale, keepDeviceLocale, sessionQuery } from '../session.ts';
import { JoinPage } from '../sign-in/join.tsx';
import { SignInPage } from '../sign-in/page.tsx';
import { ResetPage } from '../sign-in/reset.tsx';
import { ChooseCompany } from './choose-company.tsx';
import { CutOverBanner } from './cut-over.tsx';
import { EnvironmentBanner, HubBanner } from './environment.tsx';
import { Navigation } from './navigation.tsx';
import { texts } from './text.ts';
import { FailureScreen } from './trouble.tsx';

/** Everything stands below this: without a session the sign-in page is shown at the very address asked for. */
export function Shell() {
  const { data: session, error, isPending, refetch } = useQuery(sessionQuery);
  const [locale, setLocale] = useState<Locale>(deviceLocale);
  const reading = session?.user.locale ?? locale;
  const zone = session?.user.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  useEffect(() => {
    document.documentElement.lang = reading === 'fr' ? 'fr-CA' : 'en-CA';
    keepDeviceLocale(reading);
  }, [reading]);
  return (
    <ReaderProvider reader={{ locale: reading, zone }}>
      {isPending ? <Waiting /> : null}
      {error ? (
        <>
          <HubBanner />
          <main className="screen">
            <FailureScreen error={error} onRetry={() => void refetch()} />
          </main>
        </>
      ) : null}
      <Inside session={session} onLocale={setLocale} />
    </ReaderProvider>
  );
}

interface InsideProps {
  /** Undefined while it is not known. */
  readonly session: Session | null | undefined;
  readonly onLocale: (locale: Locale) => void;
}

/** Two pages belong to the holder of a letter's link, signed in or not. */
function Inside({ session, onLocale }: InsideProps) {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  if (path === '/join') return <JoinPage onLocale={onLocale} />;
  if (path === '/reset') return <ResetPage onLocale={onLocale} />;
  if (session === undefined) return null;
  return session === null ? <SignInPage onLocale={onLocale} /> : <Signed session={session} />;
}

function Waiting() {
  const t = useSay();
  return (
    <main className="screen">
      <Loading label={t(texts.loading)} />
    </main>
  );
}

function Signed({ session }: { session: Session }) {
  if (session.company === null && !session.user.isDesk) {
    return (
      <Frame session={session}>
        <ChooseCompany session={session} />
      </Frame>
    );
  }
  return (
    <Frame session={session}>
      <Outlet />
    </Frame>
  );
}

function Frame({ session, children }: { session: Session; children: ReactNode }) {
  const t = useSay();
  const path = useShownPath();
  const content = useFocusOnArrival(path);
  return (
    <>
      <a className="skip" href="#content">
        {t(texts.skip)}
      </a>
      <header>
        <EnvironmentBanner session={session} />
        <Navigation session={session} />
        <CutOverBanner session={session} />
      </header>
      <main id="content" ref={content} tabIndex={-1} key={path}>
        {children}
      </main>
      <footer className="foot">{t(texts.affiliation)}</footer>
    </>
  );
}

/** Where the screen that is shown stands; the address is ahead of it while the next screen's code still loads. */
function useShownPath(): string {
  return useRouterState({ select: ({ matches, location }) => matches.at(-1)?.pathname ?? location.pathname });
}

/** A new screen is read from its beginning, unless it chose a field or a row of its own. */
function useFocusOnArrival(path: string): RefObject<HTMLElement | null> {
  const content = useRef<HTMLElement>(null);
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    if (!content.current?.contains(document.activeElement)) content.current?.focus({ preventScroll: true });
  }, [path]);
  return content;
}
