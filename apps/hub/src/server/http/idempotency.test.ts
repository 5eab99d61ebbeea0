import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hubDatabase, newCompany } from '../testing.ts';
import { type IdempotentRequest, idempotently } from './idempotency.ts';

let database: Awaited<ReturnType<typeof hubDatabase>>;
let request: IdempotentRequest;
let worked: number;

beforeAll(async () => {
  database = await hubDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  const tenantId = await newCompany(database);
  const at = new Date('2026-03-02T12:00:00Z');
  request = { tenantId, userId: randomUUID(), key: 'k1', body: { name: 'a' }, at };
  worked = 0;
});

function ask(change: Partial<IdempotentRequest> = {}) {
  const asked = { ...request, ...change };
  return database.door.asTenant(asked.tenantId, (tx) =>
    idempotently(tx, asked, async () => {
      worked += 1;
      return { status: 201, body: { number: worked } };
    }),
  );
}

describe('a creating request with an Idempotency-Key', () => {
  it('is done once and answered alike', async () => {
    expect(await ask()).toEqual({ status: 201, body: { number: 1 } });
    expect(await ask()).toEqual({ status: 201, body: { number: 1 } });
  });

  it('is done once when it arrives twice at the same time', async () => {
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(answers.map((answer) => answer.body.number)).toEqual([1, 1, 1]);
  });

  it('refuses the same key with another body', async () => {
    await ask();
    await expect(ask({ body: { name: 'b' } })).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('keeps keys of different people apart', async () => {
    await ask();
    expect(await ask({ userId: randomUUID() })).toEqual({ status: 201, body: { number: 2 } });
  });

  it('forgets a key after a day', async () => {
    await ask();
    const later = new Date(request.at.getTime() + 25 * 3_600_000);
    expect(await ask({ at: later, body: { name: 'b' } })).toMatchObject({ body: { number: 2 } });
  });

  it('leaves nothing behind when the work fails', async () => {
    const failing = database.door.asTenant(request.tenantId, (tx) =>
      idempotently(tx, request, () => Promise.reject(new Error('no'))),
    );
    await expect(failing).rejects.toThrow('no');
    expect(await ask()).toMatchObject({ status: 201 });
  });
});

describe('a creating request without a key', () => {
  it('is done every time', async () => {
    await ask({ key: undefined });
    expect(await ask({ key: undefined })).toEqual({ status: 201, body: { number: 2 } });
  });
});
