import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';

/**
 * A log file that only its owner reads, open before it is given: where it cannot be written the command ends with a
 * sentence instead of an event that nobody waits for. What stands in it stays: whether another program still runs over
 * the same folder is known later, by that folder's locks.
 * @throws the system's error, with its code and path.
 */
export async function openLogFile(path: string): Promise<WriteStream> {
  const stream = createWriteStream(path, { flags: 'a', mode: 0o600 });
  await once(stream, 'open');
  return stream;
}
