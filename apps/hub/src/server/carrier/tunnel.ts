import { type ClientRequest, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import type { Secret } from '@lading/kit/config';
import { WayFault } from './way-fault.ts';

const PATIENCE_MS = 10_000;
const PROXY_AUTHENTICATION = 407;

/**
 * Asks a proxy for a tunnel (`CONNECT host:port`) and gives its socket.
 * @throws WayFault for a proxy that is not there, is not believed, or refuses
 */
export function openTunnel(
  proxyUrl: Secret,
  target: string,
  authorities: readonly string[] | undefined,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const request = ask(new URL(proxyUrl.reveal()), target, authorities);
    request.setTimeout(PATIENCE_MS, () => request.destroy(new WayFault('PROXY_UNREACHED')));
    request.once('connect', ({ statusCode = 0 }, socket) => {
      socket.setTimeout(0);
      if (statusCode === 200) return resolve(socket as Socket);
      socket.destroy();
      reject(refusedBy(statusCode));
    });
    // Whoever answers a CONNECT as if it were a page is no proxy, or does not want to be one.
    request.once('response', ({ statusCode = 0 }) => {
      request.destroy();
      reject(refusedBy(statusCode));
    });
    request.once('error', (error) => reject(faultOf(error)));
    request.end();
  });
}

function ask(proxy: URL, target: string, authorities: readonly string[] | undefined): ClientRequest {
  const isSecure = proxy.protocol === 'https:';
  const { hostname, username, password } = proxy;
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const basic = `Basic ${Buffer.from(login).toString('base64')}`;
  return (isSecure ? httpsRequest : httpRequest)({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: proxy.port || (isSecure ? 443 : 80),
    method: 'CONNECT',
    path: target,
    headers: { host: target, ...(username ? { 'proxy-authorization': basic } : {}) },
    agent: false,
    ...(isSecure && authorities ? { ca: [...authorities] } : {}),
  });
}

function refusedBy(status: number): WayFault {
  const code = status === PROXY_AUTHENTICATION ? 'PROXY_CREDENTIALS_REFUSED' : 'PROXY_REFUSED';
  return new WayFault(code, status);
}

const CERTIFICATE = /^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT_)/;

function faultOf(error: Error & { readonly code?: unknown }): WayFault {
  if (error instanceof WayFault) return error;
  return new WayFault(CERTIFICATE.test(String(error.code)) ? 'PROXY_UNTRUSTED' : 'PROXY_UNREACHED');
}
