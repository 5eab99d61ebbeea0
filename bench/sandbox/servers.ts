import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

/** A server in a process of its own, so that its CPU time is its own. */
export interface MeasuredServer {
  readonly url: string;
  /** CPU used by the process so far, milliseconds. */
  cpuMs(): Promise<number>;
  stop(): void;
}

/** What the processes say to each other. */
export type ServerMessage =
  | { readonly kind: 'serving'; readonly url: string }
  | { readonly kind: 'cpu'; readonly cpuMs: number };

/** The bytes that the twin sends for every request to a path. */
export interface TwinRoute {
  readonly path: string;
  readonly contentType: string;
  readonly base64: string;
  /** The contract's operation whose request is validated first. */
  readonly validates?: string;
}

export async function startServer(module: string, input?: unknown): Promise<MeasuredServer> {
  const child = fork(join(import.meta.dirname, module), {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.send({ kind: 'start', input });
  const serving = await answerOf(child, 'serving');
  return {
    url: serving.url,
    cpuMs: async () => {
      child.send({ kind: 'cpu' });
      return (await answerOf(child, 'cpu')).cpuMs;
    },
    stop: () => child.kill('SIGTERM'),
  };
}

function answerOf<Kind extends ServerMessage['kind']>(
  child: ChildProcess,
  kind: Kind,
): Promise<Extract<ServerMessage, { kind: Kind }>> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`A measured server ended with ${code}.`));
    const listen = (message: ServerMessage) => {
      if (message.kind !== kind) return;
      child.off('message', listen).off('exit', ended);
      resolve(message as Extract<ServerMessage, { kind: Kind }>);
    };
    child.on('message', listen).once('exit', ended);
  });
}

/** The child's side: starts when told to, answers questions about its CPU. */
export function serve(start: (input: unknown) => Promise<string>): void {
  process.on('message', (message: { kind: string; input?: unknown }) => {
    if (message.kind === 'start') {
      void start(message.input).then((url) =>
        process.send?.({ kind: 'serving', url } satisfies ServerMessage),
      );
    }
    if (message.kind === 'cpu') {
      const { user, system } = process.cpuUsage();
      process.send?.({ kind: 'cpu', cpuMs: (user + system) / 1000 } satisfies ServerMessage);
    }
  });
}
