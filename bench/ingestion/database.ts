import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** Runs `work` with the owner's address of a new, empty database on the server, dropped afterwards. */
export async function freshDatabase<Result>(
  serverUrl: string,
  work: (url: string) => Promise<Result>,
): Promise<Result> {
  const name = `lading_bench_${randomBytes(6).toString('hex')}`;
  await asOwner(serverUrl, `create database ${name}`);
  try {
    return await work(Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href);
  } finally {
    await asOwner(serverUrl, `drop database if exists ${name} with (force)`);
  }
}

async function asOwner(url: string, statement: string): Promise<void> {
  const owner = new pg.Client(url);
  await owner.connect();
  try {
    await owner.query(statement);
  } finally {
    await owner.end();
  }
}
