import type { Server } from '@lading/kit/http/server';

/** Answers are somebody's own unless a handler says otherwise: no browser and no proxy keeps them. */
export function keepOutOfCaches(app: Server): void {
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    done();
  });
}
