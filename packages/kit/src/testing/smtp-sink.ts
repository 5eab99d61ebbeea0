import { createServer, type Socket } from 'node:net';

export interface SmtpSink {
  readonly url: string;
  /** What arrived, whole. */
  readonly received: string[];
  close(): Promise<void>;
}

/** The few words of SMTP that receive a mail; `refuse` answers every recipient with 550. */
export async function smtpSink({ refuse = false } = {}): Promise<SmtpSink> {
  const received: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    converse(socket, refuse, received);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function converse(socket: Socket, refuse: boolean, received: string[]): void {
  let unread = '';
  let isMail = false;
  socket.setEncoding('utf8').write('220 sink\r\n');
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: string) => {
    unread += chunk;
    for (let end = endOf(unread, isMail); end >= 0; end = endOf(unread, isMail)) {
      const part = unread.slice(0, end);
      unread = unread.slice(end + (isMail ? 5 : 2));
      if (isMail) received.push(part);
      socket.write(isMail ? '250 kept\r\n' : answer(part, refuse));
      isMail = !isMail && part.toUpperCase() === 'DATA';
    }
  });
}

function endOf(text: string, isMail: boolean): number {
  return text.indexOf(isMail ? '\r\n.\r\n' : '\r\n');
}

function answer(line: string, refuse: boolean): string {
  const verb = line.split(/[ :]/)[0]?.toUpperCase();
  if (verb === 'DATA') return '354 go on\r\n';
  if (verb === 'QUIT') return '221 bye\r\n';
  return verb === 'RCPT' && refuse ? '550 nobody here\r\n' : '250 ok\r\n';
}
