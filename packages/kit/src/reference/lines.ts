import { notText } from './problems.ts';
import type { OpenedFile, SourceFile } from './source-file.ts';

/** The text of a file piece by piece, without a byte order mark. @throws `IMPORT_NOT_TEXT` */
export async function* textOf(file: SourceFile | OpenedFile): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  const decode = (piece?: Uint8Array): string => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch (cause) {
      if (cause instanceof TypeError) throw notText(file.name, line);
      throw cause;
    }
  };
  for await (const piece of file.pieces()) {
    const text = decode(piece);
    if (text !== '') yield text;
    line += text.split('\n').length - 1;
  }
  const rest = decode();
  if (rest !== '') yield rest;
}

export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** Without its end. */
  readonly text: string;
}

/** The lines of a text file; LF and CR LF end one. @throws `IMPORT_NOT_TEXT` */
export async function* linesOf(file: SourceFile): AsyncGenerator<Line> {
  let number = 0;
  let begun = '';
  const line = (text: string): Line => ({ number, text: text.endsWith('\r') ? text.slice(0, -1) : text });
  for await (const piece of textOf(file)) {
    const parts = (begun + piece).split('\n');
    begun = parts.pop() ?? '';
    for (const part of parts) {
      number += 1;
      yield line(part);
    }
  }
  number += 1;
  if (begun !== '') yield line(begun);
}
