import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../errors.ts';
import type { Text } from '../text.ts';

export interface Listening {
  /** Without a slash at the end. */
  readonly url: string;
  readonly host: string;
  /** The real one, also when port 0 was asked for. */
  readonly port: number;
}

/** What `listen` needs of a server, whatever its type provider. */
type Listener = Pick<FastifyInstance, 'listen' | 'server'>;

/** @throws `PORT_IN_USE`, `PORT_NOT_ALLOWED`, `ADDRESS_NOT_AVAILABLE`, each with one sentence. */
export async function listen(server: Listener, at: { host: string; port: number }): Promise<Listening> {
  try {
    await server.listen(at);
  } catch (error) {
    throw asListenProblem(error, at);
  }
  const { port } = portOf(server.server.address());
  const shown = at.host === '0.0.0.0' || at.host === '::' ? 'localhost' : at.host;
  const protocol = 'setSecureContext' in server.server ? 'https' : 'http';
  return { url: `${protocol}://${shown.includes(':') ? `[${shown}]` : shown}:${port}`, host: at.host, port };
}

/** Looks before lengthy preparations; `listen` still has the last word. Throws what `listen` would. */
export async function requireFreePort(at: { host: string; port: number }): Promise<void> {
  const probe = createServer();
  try {
    await once(probe.listen(at), 'listening');
  } catch (error) {
    throw asListenProblem(error, at);
  }
  await once(probe.close(), 'close');
}

function portOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new TypeError('The server listens on no port.');
  return address;
}

const notOurs = {
  code: 'ADDRESS_NOT_AVAILABLE',
  text: {
    en: 'The address {host} does not belong to this machine.',
    fr: 'L’adresse {host} n’appartient pas à cette machine.',
  },
};

const PROBLEMS: Readonly<Record<string, { code: string; text: Text }>> = {
  EADDRINUSE: {
    code: 'PORT_IN_USE',
    text: {
      en: 'Port {port} is already in use on {host}. Stop the other program, or choose another port.',
      fr: 'Le port {port} est déjà utilisé sur {host}. Arrêtez l’autre programme ou choisissez un autre port.',
    },
  },
  EACCES: {
    code: 'PORT_NOT_ALLOWED',
    text: {
      en: 'This user may not listen on port {port}. Choose a port of 1024 or above.',
      fr: 'Cet utilisateur n’a pas le droit d’écouter sur le port {port}. Choisissez un port de 1024 ou plus.',
    },
  },
  EADDRNOTAVAIL: notOurs,
  ENOTFOUND: notOurs,
};

function asListenProblem(error: unknown, at: { host: string; port: number }): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = PROBLEMS[code];
  return known ? new Problem({ ...known, status: 500, params: at, cause: error }) : error;
}
