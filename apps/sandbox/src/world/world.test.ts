import { standingClock } from '@lading/kit/clock';
import { describe, expect, it } from 'vitest';
import { type BellRung, bellsStore, hang, heard, openBells, openUnseeded, START } from './testing/bells.ts';

const HOUR = 3_600_000;

describe('the clock of a world', () => {
  it('stands where it was told, advances, and runs on after it was set', async () => {
    const real = standingClock(0);
    const world = await openBells({ real });
    real.advance(HOUR);
    expect(world.now()).toBe(START);
    await world.clock.advance(HOUR);
    expect(world.now()).toBe(START + HOUR);
    await world.clock.set(START + 2 * HOUR);
    real.advance(500);
    expect(world.now()).toBe(START + 2 * HOUR + 500);
    await world.clock.freeze();
    real.advance(500);
    expect(world.now()).toBe(START + 2 * HOUR + 500);
    await world.clock.run();
    real.advance(500);
    expect(world.now()).toBe(START + 2 * HOUR + 1_000);
    await world.close();
  });

  it('begins in the past where it was told to, although the machine is later', async () => {
    const world = await openBells({ real: standingClock(START + 100 * HOUR), frozen: false });
    expect(world.now()).toBe(START);
    await world.close();
  });

  it('never runs backward, not even when the machine’s clock does', async () => {
    const real = standingClock(START);
    const world = await openBells({ real, frozen: false });
    hang(world, 'a', START + HOUR);
    real.set(START - HOUR);
    expect(world.now()).toBe(START);
    await expect(world.clock.set(START - 1)).rejects.toMatchObject({ code: 'CLOCK_BACKWARD' });
    await world.close();
  });
});

describe('due moments', () => {
  it('are worked on in order of time, at their own time, also those that arise on the way', async () => {
    const world = await openBells({
      onDue: {
        ring: (one, bell, at) => {
          const fact: BellRung = { type: 'bell-rung', bell, note: String(one.now() === at) };
          one.record(fact);
          if (bell === 'b') one.schedule({ at: at + 5, kind: 'ring', key: 'b2' });
        },
      },
    });
    for (const [bell, at] of [
      ['c', 30],
      ['a', 10],
      ['b', 20],
      ['d', 22],
    ] as const)
      hang(world, bell, START + at);
    await world.clock.advance(25);
    const rung = { a: 10, b: 20, d: 22, b2: 25 };
    const order = Object.entries(rung).map(([bell, at]) => `${bell} at ${START + at}: true`);
    expect(heard(world)).toEqual(order);
    expect(world.pending).toBe(1);
    await world.close();
  });

  it('of the same instant come in the order of their keys, however they were scheduled', async () => {
    const world = await openBells();
    for (const bell of ['c', 'a', 'd', 'b']) hang(world, bell, START + 10);
    await world.clock.advance(10);
    expect(heard(world).map((line) => line[0])).toEqual(['a', 'b', 'c', 'd']);
    await world.close();
  });

  it('leave room for others while there are many', async () => {
    const world = await openBells({
      onDue: {
        ring: () => {
          for (const end = performance.now() + 3; performance.now() < end; );
        },
      },
    });
    for (let index = 0; index < 60; index += 1) hang(world, String(index), START + index);
    let turns = 0;
    const ticker = setInterval(() => {
      turns += 1;
    }, 1);
    await world.clock.advance(HOUR);
    clearInterval(ticker);
    expect(turns).toBeGreaterThan(1);
    await world.close();
  });

  it('come by themselves while the clock runs', async () => {
    const world = await openBells({ frozen: false, real: { now: () => START + performance.now() } });
    const rung = new Promise<void>((resolve) => {
      const look = setInterval(() => {
        if (heard(world).length === 0) return;
        clearInterval(look);
        resolve();
      }, 5);
    });
    hang(world, 'a', world.now() + 20);
    await rung;
    await world.close();
  });

  it('go on after one failed, and the failure is told to whoever waits', async () => {
    const world = await openBells({
      onDue: {
        ring: (one, bell) => {
          if (bell === 'a') throw new Error('cracked');
          const fact: BellRung = { type: 'bell-rung', bell, note: '' };
          one.record(fact);
        },
      },
    });
    hang(world, 'a', START + 1);
    hang(world, 'b', START + 2);
    await expect(world.clock.advance(5)).rejects.toThrow('cracked');
    expect(heard(world)).toHaveLength(1);
    await world.close();
  });
});

describe('facts', () => {
  it('that no store listens to are refused before anything is kept', async () => {
    const world = await openBells();
    const stray = { type: 'bell-stolen', bell: 'a' };
    expect(() => world.record(stray)).toThrow(/no store listens to facts of type bell-stolen/);
    await world.close();
  });
});

describe('a seed', () => {
  const play = async (seed: string): Promise<readonly string[]> => {
    const world = await openBells({ seed });
    for (let index = 0; index < 5; index += 1) hang(world, `bell ${index}`, START + index * 1_000);
    await world.clock.advance(HOUR);
    const draws = [world.random('rain')(), world.random('rain/2')(), world.ids.uuid(), world.ids.token(40)];
    await world.close();
    return [...heard(world), ...draws.map(String)];
  };

  it('gives the same bytes for the same commands, and others for another seed', async () => {
    expect(await play('one')).toEqual(await play('one'));
    expect(await play('one')).not.toEqual(await play('two'));
  });

  it('never gives the same identifier twice', async () => {
    const world = await openBells();
    const ids = new Set<string>();
    for (let index = 0; index < 200; index += 1) {
      ids.add(world.ids.token(16));
      ids.add(world.ids.uuid());
      if (index % 3 === 0) hang(world, String(index), START + HOUR);
    }
    expect(ids.size).toBe(400);
    await world.close();
  });

  it('is not needed: without it identifiers cannot be foretold', async () => {
    const draw = async (): Promise<string> => {
      const world = await openUnseeded();
      const id = world.ids.token(16);
      await world.close();
      return id;
    };
    expect(await draw()).not.toBe(await draw());
  });
});

describe('snapshot, restore and reset', () => {
  it('bring back everything, and the same future', async () => {
    const world = await openBells();
    hang(world, 'a', START + HOUR);
    hang(world, 'b', START + 3 * HOUR);
    await world.clock.advance(2 * HOUR);
    await world.snapshot('before');
    const future = async () => {
      hang(world, 'c', START + 4 * HOUR);
      await world.clock.advance(5 * HOUR);
      return [...heard(world), world.ids.token(12), String(world.now())];
    };
    const first = await future();
    await world.restore('before');
    expect([world.now(), world.pending, heard(world).length]).toEqual([START + 2 * HOUR, 1, 1]);
    expect(await future()).toEqual(first);
    await world.close();
  });

  it('let a running clock go on from the moment of the snapshot', async () => {
    const real = standingClock(START);
    const world = await openBells({ real, frozen: false });
    await world.snapshot('start');
    real.advance(HOUR);
    await world.restore('start');
    expect(world.now()).toBe(START);
    real.advance(1);
    expect(world.now()).toBe(START + 1);
    await world.close();
  });

  it('leave the world as it is when there is no such snapshot', async () => {
    const world = await openBells();
    hang(world, 'a', START + HOUR);
    await expect(world.restore('never')).rejects.toMatchObject({ code: 'NO_SUCH_SNAPSHOT' });
    expect(world.state(bellsStore).waiting.size).toBe(1);
    await world.close();
  });

  it('reset begins anew, with the same bytes under the same seed', async () => {
    const world = await openBells();
    const life = async () => {
      hang(world, 'a', START + 10);
      await world.clock.advance(HOUR);
      return heard(world);
    };
    const first = await life();
    await world.reset();
    expect([world.now(), world.pending, heard(world)]).toEqual([START, 0, []]);
    expect(await life()).toEqual(first);
    await world.close();
  });
});
