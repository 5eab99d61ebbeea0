import type { ServerMessage } from './servers.ts';

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
