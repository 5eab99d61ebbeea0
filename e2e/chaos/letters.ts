import { type SmtpSink, smtpSink } from '@lading/kit/testing/smtp-sink';

/** A letter as it reached the mail server, once for each Message-ID: receivers drop the second copy of one. */
export interface Letter {
  readonly id: string;
  readonly subject: string;
}

/** A mail server of our own, and what it was handed. */
export class Letters {
  readonly #sink: SmtpSink;

  private constructor(sink: SmtpSink) {
    this.#sink = sink;
  }

  static async open(): Promise<Letters> {
    return new Letters(await smtpSink());
  }

  get url(): string {
    return this.#sink.url;
  }

  /** Those whose subject holds all of these words, each once. */
  with(...words: readonly string[]): readonly Letter[] {
    const byId = new Map(this.#sink.received.map(parse).map((letter) => [letter.id, letter]));
    return [...byId.values()].filter(({ subject }) => words.every((word) => subject.includes(word)));
  }

  close(): Promise<void> {
    return this.#sink.close();
  }
}

function parse(mail: string): Letter {
  const head = mail.slice(0, mail.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ');
  const header = (name: string): string => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
  const id = header('Message-ID');
  if (id === '') throw new Error(`A letter has no Message-ID:\n${head}`);
  return { id, subject: decoded(header('Subject')) };
}

/** Encoded words of a header (RFC 2047) as text; those of the hub are in UTF-8. */
function decoded(text: string): string {
  return text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_word, kind: string, content: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(content, 'base64').toString('utf8') : ofQ(content),
    );
}

function ofQ(content: string): string {
  const bytes = content
    .replaceAll('_', ' ')
    .replaceAll(/=([0-9A-F]{2})/gi, (_pair, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
