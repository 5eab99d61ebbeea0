import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { type DumpHeader, END_LINE, readHeader } from './format.ts';
import { dumpIsCut, dumpIsUnreadable } from './problems.ts';
import { open, seal } from './sealed-file.ts';

const NEW_LINE = 0x0a;
const PIECE_BYTES = 65_536;

/**
 * Writes the lines, compressed and sealed, readable by the file's owner alone. The file has its name only when it is
 * whole and on disk. @returns its size in bytes.
 */
export async function writeDumpFile(
  path: string,
  lines: AsyncIterable<string>,
  passphrase: string,
): Promise<number> {
  const unfinished = `${path}.${randomUUID()}.part`;
  try {
    await pipeline(
      () => inPieces(lines),
      createGzip({ level: 6 }),
      (source: AsyncIterable<Buffer>) => seal(source, passphrase),
      createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true }),
    );
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return (await stat(path)).size;
}

async function* inPieces(lines: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let gathered: string[] = [];
  let length = 0;
  for await (const line of lines) {
    gathered.push(line, '\n');
    length += line.length + 1;
    if (length < PIECE_BYTES) continue;
    yield Buffer.from(gathered.join(''));
    gathered = [];
    length = 0;
  }
  yield Buffer.from(gathered.join(''));
}

/** What a dump holds, one line after the other, to be taken once. */
export interface OpenDump {
  readonly header: DumpHeader;
  /** The next row; undefined behind the last one, when the whole file has been found intact. */
  nextRow(): Promise<string | undefined>;
}

/**
 * Opens the file, has `work` take its rows, and makes sure that it was read to its end.
 * @throws what `open` of the sealed file throws, and `DUMP_UNREADABLE`
 */
export async function readDumpFile<Result>(
  path: string,
  passphrase: string,
  work: (dump: OpenDump) => Promise<Result>,
): Promise<Result> {
  let result: { readonly value: Result } | undefined;
  await pipeline(
    createReadStream(path),
    (source: AsyncIterable<Buffer>) => open(source, passphrase),
    createGunzip(),
    async (source: AsyncIterable<Buffer>) => {
      const lines = linesOf(source);
      const first = await lines.next();
      if (first.done) throw dumpIsCut();
      const nextRow = rowsUntilEnd(lines);
      result = { value: await work({ header: readHeader(first.value), nextRow }) };
      if ((await nextRow()) !== undefined) throw dumpIsUnreadable({ what: 'rows' });
    },
  );
  if (!result) throw dumpIsCut();
  return result.value;
}

function rowsUntilEnd(lines: AsyncGenerator<string>): OpenDump['nextRow'] {
  let isOver = false;
  return async () => {
    if (isOver) return undefined;
    const { done, value } = await lines.next();
    if (done) throw dumpIsCut();
    if (value !== END_LINE) return value;
    const behind = await lines.next();
    if (!behind.done) throw dumpIsUnreadable({ what: 'end' });
    isOver = true;
    return undefined;
  };
}

async function* linesOf(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let pieces: Buffer[] = [];
  for await (const chunk of source) {
    let from = 0;
    for (let end = chunk.indexOf(NEW_LINE); end >= 0; end = chunk.indexOf(NEW_LINE, from)) {
      pieces.push(chunk.subarray(from, end));
      yield Buffer.concat(pieces).toString('utf8');
      pieces = [];
      from = end + 1;
    }
    pieces.push(chunk.subarray(from));
  }
  if (Buffer.concat(pieces).length > 0) throw dumpIsUnreadable({ what: 'end' });
}
