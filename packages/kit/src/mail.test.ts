import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { markTransaction } from './db/network-guard.ts';
import { createLog } from './log.ts';
import { createMailer } from './mail.ts';
import { smtpSink } from './testing/smtp-sink.ts';

const from = 'Lading <hub@lading.example>';
const mail = {
  id: 'message-1',
  to: 'alice@maple.example',
  subject: 'Réautorisation requise',
  text: 'Ouvrez le lien sesame.',
};

describe('mail over SMTP', () => {
  it('arrives with sender, recipient, and an id of its own', async () => {
    const sink = await smtpSink();
    const mailer = createMailer({ from, transport: { kind: 'smtp', url: sink.url } });
    await mailer.send(mail);
    expect(sink.received).toHaveLength(1);
    expect(sink.received[0]).toContain('From: Lading <hub@lading.example>');
    expect(sink.received[0]).toContain('To: alice@maple.example');
    expect(sink.received[0]).toContain('Message-ID: <message-1@lading.example>');
    expect(sink.received[0]).toContain('Ouvrez le lien sesame.');
    mailer.close();
    await sink.close();
  });

  it('that is refused is an error', async () => {
    const sink = await smtpSink({ refuse: true });
    const mailer = createMailer({ from, transport: { kind: 'smtp', url: sink.url } });
    await expect(mailer.send(mail)).rejects.toThrow('550');
    mailer.close();
    await sink.close();
  });

  it('is never sent inside a transaction', async () => {
    const mailer = createMailer({ from, transport: { kind: 'smtp', url: 'smtp://127.0.0.1:9' } });
    await expect(markTransaction(() => mailer.send(mail))).rejects.toMatchObject({
      code: 'NETWORK_INSIDE_TRANSACTION',
    });
  });
});

describe('mail for the demo', () => {
  it('becomes a file that only its owner reads', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lading-mail-'));
    const mailer = createMailer({ from, transport: { kind: 'folder', path: join(folder, 'mail') } });
    await mailer.send({ ...mail, id: '../message/2' });
    const [name = ''] = await readdir(join(folder, 'mail'));
    expect(name).toBe('___message_2.eml');
    const path = join(folder, 'mail', name);
    expect(await readFile(path, 'utf8')).toContain('Subject: =?UTF-8?Q?R=C3=A9autorisation_requise?=');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await rm(folder, { recursive: true });
  });

  it('is named in the log without its text', async () => {
    let logged = '';
    const log = createLog({
      name: 'test',
      destination: {
        write: (line) => {
          logged += line;
        },
      },
    });
    await createMailer({ from, transport: { kind: 'log', log } }).send(mail);
    expect(logged).toContain('Réautorisation requise');
    expect(logged).not.toContain('sesame');
  });
});
