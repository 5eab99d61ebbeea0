import Fastify from 'fastify';
import { serve, type TwinRoute } from './servers.ts';

/** A bare Fastify: takes the body as it comes and sends bytes that it holds. */
serve(async (input) => {
  const app = Fastify();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.removeContentTypeParser('application/json');
  for (const { path, contentType, base64 } of input as readonly TwinRoute[]) {
    const bytes = Buffer.from(base64, 'base64');
    app.post(path, (_request, reply) => reply.header('content-type', contentType).send(bytes));
  }
  return app.listen({ host: '127.0.0.1', port: 0 });
});
