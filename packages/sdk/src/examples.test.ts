import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startWorld, type WorldForTests } from '@lading/sandbox/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const house = fileURLToPath(new URL('../../..', import.meta.url));

let world: WorldForTests;
beforeAll(async () => {
  world = await startWorld();
  await world.traffic({
    shipments: 60,
    from: '2026-11-16T12:00:00Z',
    to: '2026-11-20T12:00:00Z',
    seed: 'sdk',
  });
});
afterAll(async () => {
  await world.close();
});

/** Runs an example as a person would, against the sandbox and at its time. */
function runExample(path: string, ...words: readonly string[]) {
  const env = {
    ...process.env,
    LADING_EXAMPLE_URL: world.baseUrl,
    LADING_EXAMPLE_NOW: new Date(world.clock.now()).toISOString(),
  };
  return run(process.execPath, ['--import', 'tsx', `examples/${path}`, ...words], { cwd: house, env });
}

describe('examples/quantum-view/read-files.ts', () => {
  it('prints a day of files, their deliveries and what the carrier warns of', async () => {
    const { stdout, stderr } = await runExample('quantum-view/read-files.ts', 'Outbound', 'Dormant');
    expect(stdout).toMatch(/^Outbound \([0-9A-F]{16}\), status A$/m);
    expect(stdout).toMatch(/^ {2}\d{6}_\d{9}: \d+ manifests, \d+ origins/m);
    expect(stdout).toMatch(/^ {4}1Z[0-9A-Z]{16} delivered \d{8}, /m);
    expect(stderr).toContain('336000');
  });

  it('says what to do when it is refused', async () => {
    await expect(runExample('quantum-view/read-files.ts', 'Nobody')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('330010'),
    });
  });
});
