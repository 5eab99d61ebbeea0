import type { Locale } from '@lading/kit/text';
import { useReader, useSay } from '@lading/ui/parts/language';
import { Notice } from '@lading/ui/parts/notice';
import type { FormEvent, ReactNode } from 'react';
import { ApiFailure } from '../api.ts';
import { HubBanner } from '../shell/environment.tsx';
import { Heading } from '../shell/heading.tsx';
import { texts as shellTexts } from '../shell/text.ts';

interface FrameProps {
  readonly title: string;
  readonly lead?: string;
  readonly onLocale: (locale: Locale) => void;
  readonly onSubmit?: (form: FormData) => void;
  readonly children: ReactNode;
}

/** What every page before the session looks like: one card, and the other language in one press. */
export function Frame({ title, lead, onLocale, onSubmit, children }: FrameProps) {
  const t = useSay();
  const { locale } = useReader();
  const other = locale === 'en' ? 'fr' : 'en';
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit?.(new FormData(event.currentTarget));
  };
  return (
    <>
      <HubBanner />
      <main className="sign-in">
        <form className="card stack" onSubmit={submit}>
          <div className="row apart">
            <span className="brand">Lading</span>
            <button type="button" className="button quiet" lang={other} onClick={() => onLocale(other)}>
              {t(shellTexts.otherLanguage)}
            </button>
          </div>
          <div className="stack tight">
            <Heading title={title} />
            {lead === undefined ? null : <p className="soft">{lead}</p>}
          </div>
          {children}
        </form>
        <p className="foot">{t(shellTexts.affiliation)}</p>
      </main>
    </>
  );
}

export function Trouble({ error }: { error: Error | null }) {
  const t = useSay();
  if (error === null) return null;
  return <Notice tone="bad">{t(error instanceof ApiFailure ? error.text : shellTexts.unexpected)}</Notice>;
}

export interface BeforeSession {
  readonly onLocale: (locale: Locale) => void;
}

/** The token in the address of a letter's link. */
export function linkToken(): string {
  return new URLSearchParams(location.search).get('token') ?? '';
}
