import Fastify from 'fastify';

export async function start(): Promise<string> {
  const app = Fastify();
  app.get('/health', () => ({ status: 'ok' }));
  return app.listen({ host: '127.0.0.1', port: 0 });
}
