import { type Locale, say } from '@lading/kit/text';
import { progress } from './texts.ts';

/** Something that runs until it is told to end. */
export interface Closable {
  close(): Promise<void>;
}

/**
 * Stays until SIGTERM or SIGINT, then closes in the given order; a second signal ends at once. Resolves when
 * everything is closed.
 */
export async function untilTold(parts: readonly Closable[], locale: Locale): Promise<void> {
  await new Promise<void>((resolve) => {
    const told = (): void => {
      for (const signal of SIGNALS) process.once(signal, () => process.exit(130));
      resolve();
    };
    let isTold = false;
    for (const signal of SIGNALS) {
      process.once(signal, () => {
        if (!isTold) told();
        isTold = true;
      });
    }
  });
  console.log(say(progress.stopping, locale));
  for (const part of parts) await part.close();
  process.exit();
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
