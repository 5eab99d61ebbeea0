import { join } from 'node:path';
import type { JobSql } from '@lading/kit/db/open';
import { startTick, type Tick } from '@lading/kit/jobs/tick';
import type { Log } from '@lading/kit/log';
import { createMailer, type Mailer } from '@lading/kit/mail';
import { deliverDue } from '@lading/kit/outbox';
import type { HubConfig } from '../config.ts';
import type { Hub } from '../hub.ts';
import { createSender } from './service.ts';

const QUEUE = 'send-mail';
const EVERY_SECONDS = 20;

/** By the mail server that is set; a demonstration writes each letter into a folder, other hubs only log them. */
export function mailerOf({ mail, isDemo, dataDirectory }: HubConfig, log: Log): Mailer {
  const { from, smtpUrl } = mail;
  if (smtpUrl) return createMailer({ from, transport: { kind: 'smtp', url: smtpUrl.reveal() } });
  if (isDemo) return createMailer({ from, transport: { kind: 'folder', path: join(dataDirectory, 'mail') } });
  return createMailer({ from, transport: { kind: 'log', log } });
}

/** Sends what the outbox holds, now and then and when woken, until stopped. */
export async function startMail(hub: Hub, jobs: JobSql): Promise<Tick> {
  const mailer = mailerOf(hub.config, hub.log);
  const sender = createSender(hub, mailer);
  const tick = await startTick({
    jobs,
    queue: QUEUE,
    everySeconds: EVERY_SECONDS,
    log: hub.log,
    run: async () => {
      // A letter to all administrators becomes one for each: those are sent in the second round.
      for (let sent = 1; sent > 0; ) {
        const delivery = await deliverDue(hub.door, sender, hub.clock);
        if (delivery.failed > 0) hub.log.warn(delivery, 'mail could not be sent; it is tried again');
        sent = delivery.sent;
      }
    },
  });
  return {
    wake: () => tick.wake(),
    stop: async () => {
      await tick.stop();
      mailer.close();
    },
  };
}
