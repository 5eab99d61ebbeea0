import { root, run, runInstalled } from '../run.ts';
import type { Check } from './check.ts';

const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** The compiler over the whole tree. */
export const types: Check = {
  name: 'types',
  run: async () => {
    const { code, output } = await runInstalled(
      'typescript/bin/tsc',
      ['-p', '.', '--pretty', 'false', '--listFiles'],
      {
        isQuiet: true,
      },
    );
    const isOwn = (line: string): boolean => line.startsWith(`${root}/`) && !line.includes('/node_modules/');
    const faults = lines(output).filter((line) => /error TS\d+/.test(line));
    return {
      looked: lines(output).filter(isOwn).length,
      unit: 'files',
      faults: orEnded(faults, code, output),
    };
  },
};

/** Formatting and lint rules, the limits on the length of functions and files among them. */
export const style: Check = {
  name: 'format and lint',
  run: async () => {
    const args = ['check', '--error-on-warnings', '--colors=off', '--max-diagnostics=40', '.'];
    const { code, output } = await run(`${root}/node_modules/.bin/biome`, args, { isQuiet: true });
    const looked = Number(/Checked (\d+) files?/.exec(output)?.[1] ?? 0);
    return { looked, unit: 'files', faults: code === 0 ? [] : lines(output) };
  },
};

/** Files, exports and dependencies that nobody uses, and those that nobody declared. */
export const unused: Check = {
  name: 'nothing unused',
  run: async () => {
    const { code, output } = await runInstalled(
      'knip/bin/knip.js',
      ['--no-progress', '--no-config-hints', '--debug'],
      {
        isQuiet: true,
      },
    );
    const from = output.search(/^(Unused|Unlisted|Unresolved|Duplicate)/m);
    const looked = (output.match(/\.tsx?\b/g) ?? []).length;
    return { looked, unit: 'names', faults: code === 0 ? [] : lines(from < 0 ? output : output.slice(from)) };
  },
};

/** A program that failed without a word we know is quoted as it is. */
function orEnded(faults: readonly string[], code: number | null, output: string): readonly string[] {
  return code === 0 || faults.length > 0 ? faults : [`ended with ${code}`, ...lines(output).slice(-5)];
}
