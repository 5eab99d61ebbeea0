import { freePort, launch, pause } from '../programs.ts';
import type { Verdict } from './report.ts';
import { Rig } from './world.ts';

/** The embedded database takes no lock of its own: a second hub on the same directory must refuse with a sentence. */
export async function twoHubsTest(): Promise<Verdict> {
  const rig = await Rig.start({ kind: 'pglite' });
  try {
    await rig.startHub();
    const port = await freePort();
    const second = launch(rig.hubOrder(port));
    const code = await Promise.race([second.gone, pause(30_000).then(() => 'still running' as const)]);
    if (code === 'still running') await second.kill();
    const said = second.output().trim();
    const isOneSentence = said !== '' && !/^\s+at /m.test(said);
    const first = await fetch(`${rig.hub.url}/health`);
    return {
      name: 'two hubs on one directory',
      isPassed: typeof code === 'number' && code !== 0 && isOneSentence && first.ok,
      what: `the second ended with ${code}: ${said.split('\n').at(-1)}`,
    };
  } finally {
    await rig.close();
  }
}
