import type { FastifyReply, FastifyRequest } from 'fastify';

export interface CookieOptions {
  /** Until the browser closes when absent. */
  readonly maxAgeSeconds?: number;
  /** `lax` when absent: sent when a person follows a link to us, never with another site's form. */
  readonly sameSite?: 'lax' | 'strict';
}

/** Over TLS `__Host-` binds a cookie to this very host, secure and whole-site. */
function storedName(request: FastifyRequest, name: string): string {
  return request.protocol === 'https' ? `__Host-${name}` : name;
}

export function readCookie(request: FastifyRequest, name: string): string | undefined {
  return request.cookies[storedName(request, name)];
}

/** Never readable by scripts; `Secure` and `__Host-` over TLS (also when a trusted proxy ends it). */
export function writeCookie(
  reply: FastifyReply,
  name: string,
  value: string,
  options: CookieOptions = {},
): void {
  const { maxAgeSeconds, sameSite = 'lax' } = options;
  reply.setCookie(storedName(reply.request, name), value, {
    path: '/',
    httpOnly: true,
    secure: reply.request.protocol === 'https',
    sameSite,
    ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }),
  });
}

export function clearCookie(reply: FastifyReply, name: string): void {
  writeCookie(reply, name, '', { maxAgeSeconds: 0 });
}
