import type { Clock } from '@lading/kit/clock';
import { Problem } from '@lading/kit/errors';
import type { Log } from '@lading/kit/log';

export interface SandboxClock extends Clock {
  stop(): void;
}

export interface SandboxClockParts {
  /** The sandbox's address, without a slash at the end. */
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  readonly machineClock: Clock;
  readonly log: Log;
  /** How often the sandbox is asked again; a person may turn its clock at any time. */
  readonly everyMs?: number;
}

const TIMEOUT_MS = 5_000;

/**
 * The sandbox's clock, asked again and again and run on by this machine's in between. When the sandbox does not
 * answer, it goes on as it last did.
 * @throws `SANDBOX_CLOCK_UNREACHABLE` when it cannot be read at the start.
 */
export async function startSandboxClock(parts: SandboxClockParts): Promise<SandboxClock> {
  let time = await readTime(parts);
  const timer = setInterval(() => void refresh(), parts.everyMs ?? 2_000);
  timer.unref();
  return { now: () => time(), stop: () => clearInterval(timer) };

  async function refresh(): Promise<void> {
    try {
      time = await readTime(parts);
    } catch (error) {
      parts.log.debug({ err: error }, 'the sandbox does not say the time');
    }
  }
}

/** The sandbox's time from now on: running beside this machine's, or standing where it stands. */
async function readTime({ baseUrl, fetch, machineClock }: SandboxClockParts): Promise<() => number> {
  try {
    const answer = await fetch(`${baseUrl}/_sandbox/clock`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    const { at, isFrozen } = readClock(await answer.json());
    const offsetMs = at - machineClock.now();
    return isFrozen ? () => at : () => machineClock.now() + offsetMs;
  } catch (error) {
    throw new Problem({
      code: 'SANDBOX_CLOCK_UNREACHABLE',
      status: 500,
      text: {
        en: 'The clock of the sandbox at {baseUrl} cannot be read. Start the sandbox first, or set LADING_HUB_CLOCK=system.',
        fr: 'L’horloge du bac à sable à {baseUrl} ne peut pas être lue. Démarrez d’abord le bac à sable, ou réglez LADING_HUB_CLOCK=system.',
      },
      params: { baseUrl },
      cause: error,
    });
  }
}

function readClock(answer: unknown): { at: number; isFrozen: boolean } {
  const now = typeof answer === 'object' && answer !== null && 'now' in answer ? answer.now : undefined;
  const at = typeof now === 'string' ? Date.parse(now) : Number.NaN;
  if (Number.isNaN(at)) throw new TypeError('The sandbox’s clock did not answer with an instant.');
  const isFrozen =
    typeof answer === 'object' && answer !== null && 'frozen' in answer && answer.frozen === true;
  return { at, isFrozen };
}
