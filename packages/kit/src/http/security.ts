import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Sources by directive, for example `{ 'form-action': ["'self'"] }`. */
export type Policy = Readonly<Record<string, readonly string[]>>;

export interface SecurityOptions {
  /** Replaces single directives of the policy of pages. */
  readonly policy?: Policy;
  /** COOP. `same-origin-allow-popups` when absent: a page keeps hold of the windows that it opened. */
  readonly openerPolicy?: 'same-origin' | 'same-origin-allow-popups' | 'unsafe-none';
}

declare module 'fastify' {
  interface FastifyReply {
    /** For `<script nonce>` and `<style nonce>` of this one answer. */
    readonly cspNonce: { readonly script: string; readonly style: string };
    /** Adds sources to single directives of this one answer, for example where a form may be redirected to. */
    allowSources(directive: string, ...sources: readonly string[]): FastifyReply;
  }
}

interface PagePolicy {
  nonce?: string;
  readonly added: Map<string, readonly string[]>;
}

const PAGE_POLICY: Policy = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'object-src': ["'none'"],
};

/** What is not a page can load nothing, should a browser ever be made to show it. */
export const dataPolicy = "default-src 'none'; frame-ancestors 'none'";

const POLICY = 'content-security-policy';
const NONCE_DIRECTIVES: ReadonlySet<string> = new Set(['script-src', 'style-src']);
const HSTS = 'max-age=31536000; includeSubDomains';

/** Security headers on every answer; a handler that sets one of them itself is left alone. */
export function secure(app: FastifyInstance, options: SecurityOptions) {
  const pages = new WeakMap<FastifyReply, PagePolicy>();
  const directives = { ...PAGE_POLICY, ...options.policy };
  const fixedFor = fixedHeaders(options);
  decorate(app, pages);
  app.addHook('onSend', (request, reply, _payload, done) => {
    const fixed = fixedFor(request);
    for (const name of Object.keys(fixed)) if (!reply.hasHeader(name)) reply.header(name, fixed[name]);
    if (!reply.hasHeader(POLICY)) {
      const isPage = String(reply.getHeader('content-type') ?? '').startsWith('text/html');
      reply.header(POLICY, isPage ? writePolicy(directives, pages.get(reply)) : dataPolicy);
    }
    done();
  });
}

/** The same for a refusal that comes before any hook: an address that cannot even be read. */
export function secureRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  options: SecurityOptions,
): FastifyReply {
  return reply.headers({ ...dataHeaders(options)(request), 'cache-control': 'no-store' });
}

/** The security headers of what is not a page, for answers that are written past the framework. */
export function dataHeaders(options: SecurityOptions): HeadersFor {
  const fixedFor = fixedHeaders(options);
  const [plain, secured] = [{ protocol: 'http' }, { protocol: 'https' }] as const;
  const known = {
    http: Object.freeze({ ...fixedFor(plain), [POLICY]: dataPolicy }),
    https: Object.freeze({ ...fixedFor(secured), [POLICY]: dataPolicy }),
  };
  return ({ protocol }) => known[protocol];
}

/** What goes out with every answer to a request. */
type HeadersFor = (request: Pick<FastifyRequest, 'protocol'>) => Readonly<Record<string, string>>;

function fixedHeaders({ openerPolicy = 'same-origin-allow-popups' }: SecurityOptions): HeadersFor {
  const fixed = {
    'cross-origin-opener-policy': openerPolicy,
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  };
  const secured = { ...fixed, 'strict-transport-security': HSTS };
  return ({ protocol }) => (protocol === 'https' ? secured : fixed);
}

function decorate(app: FastifyInstance, pages: WeakMap<FastifyReply, PagePolicy>): void {
  const pageOf = (reply: FastifyReply): PagePolicy => {
    const page = pages.get(reply) ?? { added: new Map() };
    pages.set(reply, page);
    return page;
  };
  app.decorateReply('cspNonce', {
    getter(this: FastifyReply) {
      const page = pageOf(this);
      page.nonce ??= randomBytes(16).toString('base64');
      return { script: page.nonce, style: page.nonce };
    },
  });
  app.decorateReply('allowSources', function (this: FastifyReply, directive: string, ...sources: string[]) {
    const { added } = pageOf(this);
    added.set(directive, [...(added.get(directive) ?? []), ...sources]);
    return this;
  });
}

function writePolicy(directives: Policy, page: PagePolicy | undefined): string {
  return Object.entries(directives)
    .map(([directive, sources]) => {
      const nonce = page?.nonce && NONCE_DIRECTIVES.has(directive) ? [`'nonce-${page.nonce}'`] : [];
      return [directive, ...sources, ...nonce, ...(page?.added.get(directive) ?? [])].join(' ');
    })
    .join('; ');
}
