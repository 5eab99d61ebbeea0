import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unpackPlaces } from '@lading/carrier/places/table';
import { importFile } from '@lading/kit/reference/import-file';
import { openLibrary } from '@lading/kit/reference/library';
import { addressAsker } from '@lading/sandbox/address-street/testing/ask';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort, launch, startProgram } from '../../../../e2e/programs.ts';
import { allImporters } from '../importers/all.ts';

const shared = new URL('../../../../../shared/data/', import.meta.url);
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lading-data-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function data(...args: string[]): Promise<{ code: number | null; said: string }> {
  const env = { LC_ALL: 'C', LADING_SANDBOX_REFERENCE: join(folder, 'tables') };
  const program = launch({ args: ['data', ...args], port: 0, env });
  return { code: await program.gone, said: program.output().trim() };
}

const GOOD = [
  'PR\t00602\tAguada\tAguada\t003\t\t\t\t\t18.3794\t-67.1882\t4',
  'PR\t00603\tAguadilla\tAguadilla\t005\t\t\t\t\t18.4274\t-67.1541\t4',
];

describe('lading data', { timeout: 60_000 }, () => {
  test('imports, lists and removes', async () => {
    const file = join(folder, 'PR.txt');
    await writeFile(file, `${GOOD.join('\n')}\n`);
    const imported = await data('import', file, '--source', 'GeoNames', '--as-of', '2026-10-01');
    expect(imported.said).toMatch(
      /^2 records imported as places \(PR\) into .*Source: GeoNames, of 2026-10-01, SHA-256 [0-9a-f]{16}…/,
    );
    expect((await data('list')).said).toMatch(/^places PR: 2 records from GeoNames, of 2026-10-01/);
    expect(await data('remove', 'places', 'PR')).toEqual({ code: 0, said: 'places PR was removed.' });
    expect(await data('remove', 'places', 'PR')).toEqual({ code: 1, said: 'There is no table places PR.' });
    expect((await data('list')).said).toContain('Nothing was imported');
  });

  test('shows what is wrong line by line, in French too, and changes nothing', async () => {
    const file = join(folder, 'bad.txt');
    await writeFile(file, [GOOD[0], 'PR\t00603', GOOD[1]?.replace('18.4274', '98')].join('\n'));
    const { code, said } = await data('import', file, '--language', 'fr');
    expect(said.split('\n').slice(0, 2)).toEqual([
      'ligne 2 : un code postal exige 12 colonnes séparées par des tabulations',
      'ligne 3 : la latitude ou la longitude n’est pas un nombre de degrés',
    ]);
    expect(said.split('\n').at(-1)).toContain('compte 2 lignes fautives. Rien n’a été modifié.');
    expect([code, await openLibrary(join(folder, 'tables')).entries()]).toEqual([1, []]);
  });

  test('and the sandbox answers from what was imported', async () => {
    const file = join(folder, 'PR-new.txt');
    await writeFile(file, `${GOOD[0]?.replace('Aguada', 'Villa Nueva')}\n`);
    const reference = join(folder, 'used');
    expect((await data('import', file, '--reference', reference)).code).toBe(0);
    const port = await freePort();
    const program = await startProgram({
      args: ['sandbox', '--port', String(port), '--reference', reference],
      port,
    });
    const ask = await addressAsker({
      ...{ baseUrl: program.url, clientId: 'sandbox-client', clientSecret: 'sandbox-secret' },
    });
    const query = { regionalrequestindicator: 'True' };
    const known = await ask({ PoliticalDivision2: 'Villa Nueva', CountryCode: 'PR' }, { option: '1', query });
    const gone = await ask({ PostcodePrimaryLow: '00901', CountryCode: 'PR' }, { option: '1', query });
    await program.stop();
    expect([known.candidates, gone.candidates]).toEqual([['VILLA NUEVA, PR, 00602'], []]);
  });

  test('alone shows what there is, in the person’s language', async () => {
    const { code, said } = await data('--language', 'fr');
    expect([code, said]).toEqual([0, expect.stringContaining('Lire un fichier dans les tables')]);
    expect(said).not.toContain('display help');
    expect((await data('improt', 'x')).code).toBe(2);
  });

  test('says so when a file is missing or unknown', async () => {
    const file = join(folder, 'note.txt');
    await writeFile(file, 'a note');
    expect((await data('import', file)).said).toMatch(/note\.txt is not a file that can be imported/);
    const missing = await data('import', join(folder, 'none.txt'));
    expect([missing.code, missing.said]).toEqual([1, expect.stringMatching(/none\.txt/)]);
    expect((await data('import', file, '--as-of', 'today')).code).toBe(2);
  });
});

describe.skipIf(!existsSync(shared))('the postal files of GeoNames', () => {
  test.each([
    ['US', 41_483],
    ['PR', 177],
    ['CA', 1_655],
    ['GB', 27_450],
  ])('%s is read whole', async (country, records) => {
    const library = openLibrary(join(folder, 'geonames'));
    const path = new URL(`geonames/${country}.txt.gz`, shared).pathname;
    const imported = await importFile({ path, importers: await allImporters(), library, now: 0 });
    expect(imported.tables).toEqual([{ key: country, records }]);
    const bytes = await library.read('places', country);
    expect(unpackPlaces(new TextDecoder().decode(bytes ?? new Uint8Array()))).toHaveLength(records);
  });
});
