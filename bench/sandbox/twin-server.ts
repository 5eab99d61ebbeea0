import { documentsOf } from '@lading/contract/schema/documents';
import Fastify, { type FastifyInstance } from 'fastify';
import { Compile } from 'typebox/compile';
import { serve } from './serve.ts';
import type { TwinRoute } from './servers.ts';

/** A bare Fastify: takes the body as it comes, or validates it where it is told to, and sends bytes that it holds. */
serve(async (input) => {
  const app = Fastify();
  const routes = input as readonly TwinRoute[];
  await app.register(async (plain) => {
    plain.removeContentTypeParser('application/json');
    plain.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    for (const route of routes.filter(({ validates }) => validates === undefined)) addRoute(plain, route);
  });
  for (const route of routes) {
    if (route.validates !== undefined) addRoute(app, route, await validatorOf(route.validates));
  }
  return app.listen({ host: '127.0.0.1', port: 0 });
});

type Validator = (body: unknown) => boolean;

async function validatorOf(operation: string): Promise<Validator> {
  const request = (await documentsOf(operation))?.request;
  if (!request) throw new Error(`${operation} takes no document`);
  const compiled = Compile(request);
  return (body) => compiled.Check(body);
}

function addRoute(
  app: FastifyInstance,
  { path, contentType, base64 }: TwinRoute,
  validate: Validator = () => true,
): void {
  const bytes = Buffer.from(base64, 'base64');
  // Any schema makes Fastify call the compiler; the contract's is compiled already, as the sandbox has it.
  const options = { schema: { body: {} }, validatorCompiler: () => validate };
  app.post(new URL(path, 'http://twin').pathname, options, (_request, reply) =>
    reply.header('content-type', contentType).send(bytes),
  );
}
