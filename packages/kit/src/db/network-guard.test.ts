import { setTimeout as later } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import {
  assertOutsideTransaction,
  guardFetch,
  isInsideTransaction,
  markTransaction,
} from './network-guard.ts';

const answering: typeof fetch = async () => new Response('ok');
const guarded = guardFetch(answering);

describe('the network guard', () => {
  it('lets calls through outside transactions', async () => {
    expect(await (await guarded('https://carrier.example/a')).text()).toBe('ok');
  });

  it.each([
    ['a text', 'https://carrier.example/secret?token=sesame'],
    ['a URL', new URL('https://carrier.example/secret?token=sesame')],
    ['a Request', new Request('https://carrier.example/secret?token=sesame')],
  ])('refuses %s inside one, naming the host but not the address', async (_what, address) => {
    const calling = markTransaction(() => guarded(address));
    await expect(calling).rejects.toMatchObject({
      code: 'NETWORK_INSIDE_TRANSACTION',
      params: { what: 'fetch https://carrier.example' },
    });
  });

  it('sees through awaits and callbacks', async () => {
    await markTransaction(async () => {
      await later(1);
      await Promise.all([1, 2].map(async () => expect(isInsideTransaction()).toBe(true)));
    });
  });

  it('ends with the transaction, also for what was started inside and goes on', async () => {
    let after: Promise<boolean> | undefined;
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    await markTransaction(async () => {
      after = gate.then(() => isInsideTransaction());
    });
    release();
    expect(await after).toBe(false);
    expect(() => assertOutsideTransaction('mail')).not.toThrow();
  });

  it('ends when the work fails', async () => {
    await expect(markTransaction(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(isInsideTransaction()).toBe(false);
  });
});
