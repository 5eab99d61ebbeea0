import { type SmtpSink, smtpSink } from '@lading/kit/testing/smtp-sink';
import { pause } from './programs.ts';

/** A letter as it reached the mail server, once for each Message-ID: receivers drop the second copy of one. */
export interface Letter {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  /** What it says, decoded. */
  readonly text: string;
}

/** Letters leave within seconds; the outbox is looked into every 20 seconds at the latest. */
const ARRIVED_WITHIN_MS = 40_000;
const LOOK_EVERY_MS = 50;

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

  /** Waits for the letter with this subject to somebody; throws with what came instead. */
  async arrival(to: string, subject: string): Promise<Letter> {
    for (const until = Date.now() + ARRIVED_WITHIN_MS; Date.now() < until; await pause(LOOK_EVERY_MS)) {
      const letter = this.with(subject).find((one) => one.to === to);
      if (letter) return letter;
    }
    const came = this.with().map((one) => `${one.to}: ${one.subject}`);
    throw new Error(`No letter “${subject}” came to ${to}. What came:\n${came.join('\n')}`);
  }

  close(): Promise<void> {
    return this.#sink.close();
  }
}

/** The one link of a letter, its signature aside. */
export function linkIn({ text, subject }: Letter): string {
  const [said = ''] = text.split('\r\n-- \r\n');
  const [link, second] = said.match(/https?:\/\/\S+/g) ?? [];
  if (link === undefined || second !== undefined)
    throw new Error(`“${subject}” holds not one link:\n${text}`);
  return link;
}

function parse(mail: string): Letter {
  const end = mail.indexOf('\r\n\r\n');
  const head = mail.slice(0, end).replaceAll(/\r\n[ \t]+/g, ' ');
  const header = (name: string): string => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
  const id = header('Message-ID');
  if (id === '') throw new Error(`A letter has no Message-ID:\n${head}`);
  const text = textOf(mail.slice(end + 4), header('Content-Type'), header('Content-Transfer-Encoding'));
  return { id, to: header('To'), subject: decoded(header('Subject')), text };
}

/** The hub's letters are plain text; another type would have to be taught here. */
function textOf(body: string, type: string, encoding: string): string {
  if (!type.startsWith('text/plain')) throw new Error(`A letter is of the type ${type}.`);
  switch (encoding.toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64').toString('utf8');
    case 'quoted-printable':
      return ofPairs(body.replaceAll('=\r\n', ''));
    default:
      return body;
  }
}

/** Encoded words of a header (RFC 2047) as text; those of the hub are in UTF-8. */
function decoded(text: string): string {
  return text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_word, kind: string, content: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(content, 'base64').toString('utf8')
        : ofPairs(content.replaceAll('_', ' ')),
    );
}

/** `=C3=A9` and the like, in UTF-8. */
function ofPairs(content: string): string {
  const bytes = content.replaceAll(/=([0-9A-F]{2})/gi, (_pair, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
