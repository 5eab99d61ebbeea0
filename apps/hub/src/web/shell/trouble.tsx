import type { Text } from '@lading/kit/text';
import { useSay } from '@lading/ui/parts/language';
import { Notice } from '@lading/ui/parts/notice';
import { Link } from '@tanstack/react-router';
import { ApiFailure } from '../api.ts';
import { Heading } from './heading.tsx';
import { texts } from './text.ts';

/** What a failed call says, in the reader's language, with a way to try again. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useSay();
  return (
    <Notice tone="bad">
      <p>{t(error instanceof ApiFailure ? error.text : texts.unexpected, paramsOf(error))}</p>
      {onRetry ? (
        <p>
          <button type="button" className="button" onClick={onRetry}>
            {t(texts.tryAgain)}
          </button>
        </p>
      ) : null}
    </Notice>
  );
}

/** Places in a problem's sentence are filled by the server; details may name what is missing. */
export function paramsOf(error: unknown): Record<string, string> {
  if (!(error instanceof ApiFailure)) return {};
  return Object.fromEntries(Object.entries(error.details).map(([name, value]) => [name, String(value)]));
}

/** The same where nothing else stands on the screen; what does not exist is not a failure. */
export function FailureScreen({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useSay();
  if (error instanceof ApiFailure && error.status === 404) return <Missing text={error.text} />;
  return (
    <div className="stack">
      <Heading title={t(texts.failure)} />
      <Failure error={error} onRetry={onRetry} />
    </div>
  );
}

function Missing({ text }: { text: Text }) {
  const t = useSay();
  return (
    <div className="stack">
      <Heading title={t(texts.missing)} />
      <p>{t(text)}</p>
      <p>
        <Link to="/" className="button">
          {t(texts.home)}
        </Link>
      </p>
    </div>
  );
}

export function ScreenFailure({ error, reset }: { error: unknown; reset: () => void }) {
  return (
    <div className="screen">
      <FailureScreen error={error} onRetry={reset} />
    </div>
  );
}

export function NotFound() {
  const t = useSay();
  return (
    <div className="screen stack">
      <Heading title={t(texts.notFound)} />
      <p className="soft">{t(texts.notFoundHint)}</p>
      <p>
        <Link to="/" className="button">
          {t(texts.home)}
        </Link>
      </p>
    </div>
  );
}
