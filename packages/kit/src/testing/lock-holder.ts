import { takeLock } from '../db/lock-file.ts';

// A program for tests: takes the directory and keeps it until it is killed.
await takeLock(process.env.LOCK_DIRECTORY ?? '', { program: 'lock holder' });
process.stdout.write('ready\n');
setInterval(() => undefined, 60_000);
