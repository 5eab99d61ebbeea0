import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import { assertOutsideTransaction } from './db/network-guard.ts';
import { hidingOf } from './hiding.ts';
import type { Log } from './log.ts';

export interface Mail {
  /** The same for every attempt of one message: receivers drop the second copy. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
}

export type MailTransport =
  /** `smtp://user:password@host:587` or `smtps://…`. */
  | { readonly kind: 'smtp'; readonly url: string }
  /** Each mail as an `.eml` file: for the demo, and to see what would be sent. */
  | { readonly kind: 'folder'; readonly path: string }
  /** Recipient and subject only: a text may carry what does not belong in a log. */
  | { readonly kind: 'log'; readonly log: Log };

export interface Mailer {
  /** Throws when the mail could not be handed over; try again later. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

const TIMEOUT_MS = 20_000;

export function createMailer(options: { readonly from: string; readonly transport: MailTransport }): Mailer {
  const { from, transport } = options;
  switch (transport.kind) {
    case 'smtp':
      return smtpMailer(from, transport.url);
    case 'folder':
      return folderMailer(from, transport.path);
    case 'log':
      return logMailer(transport.log);
  }
}

function smtpMailer(from: string, url: string): Mailer {
  const sender = nodemailer.createTransport({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (mail) => {
      assertOutsideTransaction('mail');
      await sender.sendMail(compose(from, mail)).catch((error: unknown) => {
        throw withoutPassword(error, url);
      });
    },
    close: () => sender.close(),
  };
}

/** A mail server's refusal is kept in the outbox, and may repeat what it was told. */
function withoutPassword(error: unknown, url: string): Error {
  const { username, password } = new URL(url);
  const [name, secret] = [decodeURIComponent(username), decodeURIComponent(password)];
  const { hide } = hidingOf([secret, `\0${name}\0${secret}`]);
  return new Error(hide(error instanceof Error ? error.message : String(error)));
}

function folderMailer(from: string, path: string): Mailer {
  const writer = nodemailer.createTransport({ streamTransport: true, buffer: true });
  return {
    send: async (mail) => {
      const { message } = await writer.sendMail(compose(from, mail));
      if (!Buffer.isBuffer(message)) throw new TypeError('The mail was not composed as bytes.');
      await mkdir(path, { recursive: true, mode: 0o700 });
      await writeFile(join(path, `${mail.id.replace(/[^\w-]/g, '_')}.eml`), message, { mode: 0o600 });
    },
    close: () => writer.close(),
  };
}

function logMailer(log: Log): Mailer {
  return {
    send: async ({ id, to, subject }) =>
      log.info({ id, to, subject }, 'mail not sent: no mail server is set'),
    close: () => undefined,
  };
}

function compose(from: string, { id, to, subject, text, html }: Mail): SendMailOptions {
  const host = from.split('@')[1]?.replace(/[>\s]+$/, '') || 'localhost';
  return { from, to, subject, text, messageId: `<${id}@${host}>`, ...(html === undefined ? {} : { html }) };
}
