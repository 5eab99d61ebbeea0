import { standingClock } from '@lading/kit/clock';
import { createLog } from '@lading/kit/log';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type SandboxClock, startSandboxClock } from './sandbox-clock.ts';

const machineClock = standingClock(Date.parse('2026-11-21T08:00:00Z'));
const log = createLog({ name: 'test', level: 'silent' });
let clock: SandboxClock | undefined;

afterEach(() => clock?.stop());

function start(answer: () => Promise<Response>): Promise<SandboxClock> {
  return startSandboxClock({ baseUrl: 'http://sandbox.test', fetch: answer, machineClock, log, everyMs: 1 });
}

const says = (now: string, frozen: boolean) => async () => Response.json({ now, frozen, pending: 0 });

describe('the sandbox’s clock on the hub', () => {
  it('runs on beside this machine’s between two questions', async () => {
    clock = await start(says('2026-12-01T00:00:00.000Z', false));
    const before = clock.now();
    expect(before).toBe(Date.parse('2026-12-01T00:00:00Z'));
  });

  it('follows when somebody turns it', async () => {
    let now = '2026-12-01T00:00:00.000Z';
    clock = await start(async () => Response.json({ now, frozen: false }));
    now = '2026-12-05T00:00:00.000Z';
    await vi.waitFor(() => expect(clock?.now()).toBe(Date.parse(now)));
  });

  it('stands where it stands', async () => {
    clock = await start(says('2026-12-01T00:00:00.000Z', true));
    machineClock.advance(1_000);
    expect(clock.now()).toBe(Date.parse('2026-12-01T00:00:00Z'));
  });

  it('goes on as it last did while the sandbox is away', async () => {
    let asked = 0;
    clock = await start(async () => {
      asked += 1;
      if (asked > 1) throw new Error('away');
      return Response.json({ now: '2026-12-01T00:00:00.000Z', frozen: true });
    });
    await vi.waitFor(() => expect(asked).toBeGreaterThan(2));
    expect(clock.now()).toBe(Date.parse('2026-12-01T00:00:00Z'));
  });

  it.each([
    ['is not there', () => Promise.reject(new Error('refused'))],
    ['says something else', async () => Response.json({ hello: 'world' })],
  ])('stops the start in one sentence when the sandbox %s', async (_name, answer) => {
    await expect(start(answer)).rejects.toMatchObject({
      code: 'SANDBOX_CLOCK_UNREACHABLE',
      message: expect.stringContaining('http://sandbox.test'),
    });
  });
});
