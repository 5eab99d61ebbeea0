import { type Check, report } from './check/check.ts';
import { style, types, unused } from './check/programs.ts';
import { checkLayout } from './layout/check.ts';
import { isTest } from './layout/import-rules.ts';
import { readSources } from './layout/tree.ts';
import { houseFolders, workspaces } from './layout.ts';
import { checkLicences, readLockedPackages } from './licences.ts';
import { checkNotice } from './notice.ts';
import { root } from './run.ts';
import { checkTables, packedPackages } from './tables.ts';
import { close } from './tally.ts';
import { checkText, findBareWords, findTexts } from './texts.ts';

const layout: Check = {
  name: 'layout',
  run: async () => {
    const { faults, imports } = await checkLayout(root);
    return { looked: imports, unit: 'imports', faults };
  },
};

const licences: Check = {
  name: 'licences and NOTICE',
  run: async () => {
    const packages = await readLockedPackages(root);
    const faults = [...checkLicences(packages), ...(await checkNotice(packages))];
    return { looked: packages.length, unit: 'packages', faults };
  },
};

const tables: Check = {
  name: 'packed tables',
  run: async () => ({ looked: packedPackages.length, unit: 'packages', faults: await checkTables() }),
};

const texts: Check = {
  name: 'texts in both languages',
  run: async () => {
    const folders = [...Object.values(workspaces).map(({ folder }) => folder), ...houseFolders];
    const sources = (await readSources(root, folders)).filter(({ path }) => !isTest(path));
    const found = sources.flatMap(findTexts);
    const faults = [...found.flatMap(checkText), ...sources.flatMap(findBareWords)];
    return { looked: found.length, unit: 'texts', faults };
  },
};

const results: boolean[] = [];
for (const check of [types, style, layout, texts, licences, tables, unused])
  results.push(await report(check));
const passed = results.filter(Boolean).length;
close({ passed, failed: results.length - passed, skipped: 0 });
