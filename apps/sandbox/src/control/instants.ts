import { Problem } from '@lading/kit/errors';
import { Temporal } from 'temporal-polyfill';

/** An ISO 8601 instant with its offset, `2026-11-21T08:00:00Z`, in milliseconds since 1970. */
export function readInstant(text: string): number {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch (cause) {
    throw unreadable('INSTANT_INVALID', text, '2026-11-21T08:00:00Z', cause);
  }
}

/** An ISO 8601 duration, `P4D` or `PT30M`, in milliseconds; months and years count from the instant given. */
export function readDuration(text: string, fromMs: number): number {
  try {
    const from = Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO('UTC');
    return from.add(Temporal.Duration.from(text)).epochMilliseconds - fromMs;
  } catch (cause) {
    throw unreadable('DURATION_INVALID', text, 'P4D, PT30M', cause);
  }
}

function unreadable(code: string, text: string, example: string, cause: unknown): Problem {
  return new Problem({
    code,
    status: 400,
    text: {
      en: '“{text}” is not in ISO 8601. Example: {example}.',
      fr: '« {text} » n’est pas au format ISO 8601. Exemple : {example}.',
    },
    params: { text: text.slice(0, 100), example },
    cause,
  });
}
