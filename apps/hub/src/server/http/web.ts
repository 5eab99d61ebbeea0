import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '../problems.ts';
import { type PageFacts, pageFor, type WebFile, type WebFiles } from '../web-files.ts';

const PROGRAM_PATHS = /^\/(api|health|metrics|integrations\/callback)(\/|$|\?)/;

/** Built files by their exact name; every other page address answers the page itself, which routes on its own. */
export function answerWeb(web: WebFiles | null, environments: PageFacts['environments']) {
  return (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const path = request.url.split('?')[0] ?? '/';
    if (web === null || !isReading(request) || PROGRAM_PATHS.test(request.url)) throw notFound('address');
    const file = web.files.get(path);
    if (file) return sendFile(request, reply, path, file);
    if (/\.\w+$/.test(path)) throw notFound('file');
    return reply
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(pageFor(web.index, { nonce: reply.cspNonce.script, environments }));
  };
}

function isReading(request: FastifyRequest): boolean {
  return request.method === 'GET' || request.method === 'HEAD';
}

/** Names under `/assets` carry a hash of their content and never change. */
function sendFile(request: FastifyRequest, reply: FastifyReply, path: string, file: WebFile): FastifyReply {
  reply
    .type(file.type)
    .header('etag', file.etag)
    .header('vary', 'accept-encoding')
    .header(
      'cache-control',
      path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
  if (request.headers['if-none-match'] === file.etag) return reply.code(304).send();
  const takesGzip = String(request.headers['accept-encoding'] ?? '').includes('gzip');
  if (!takesGzip || file.gzipped === null) return reply.send(file.body);
  return reply.header('content-encoding', 'gzip').send(file.gzipped);
}
