import { LineFaults } from '@lading/kit/reference/line-faults';
import { describe, expect, it } from 'vitest';
import { readAccounts } from './accounts.ts';

async function faultsOf(csv: string): Promise<string[]> {
  const read = await readAccounts(csv);
  if (!(read instanceof LineFaults)) throw new Error('The file has no fault.');
  return read.sentences('en');
}

describe('a file of accounts', () => {
  it.each([
    ['commas', 'account,name,group\nA1B2C3,"Dock, east",Québec\nD4E5F6,Returns,\n'],
    [
      'semicolons and French headings',
      'Numéro de compte;Nom;Groupe\nA1B2C3;Dock, east;Québec\nD4E5F6;Returns;',
    ],
    ['tabs', 'group\tname\taccount number\nQuébec\tDock, east\tA1B2C3\n\tReturns\tD4E5F6'],
    [
      'Windows line ends and a byte-order mark',
      '\uFEFFAccount,Name,Group\r\na1b2c3 ,"Dock, east",Québec\r\n\r\nD4E5F6,Returns\r\n',
    ],
  ])('is read with %s', async (_name, csv) => {
    expect(await readAccounts(csv)).toEqual([
      { number: 'A1B2C3', name: 'Dock, east', group: 'Québec' },
      { number: 'D4E5F6', name: 'Returns', group: null },
    ]);
  });

  it('names every fault by its line', async () => {
    const csv = [
      'account,name,group',
      'A1B2C3,Dock,East',
      'A1B2C,Short,East',
      'D4E5F6,,East',
      'a1b2c3,Again,East',
      `7G8H9J,${'x'.repeat(81)},East`,
      'K1L2M3,Many,East,West',
    ].join('\n');
    expect(await faultsOf(csv)).toEqual([
      'line 3: “A1B2C” is not an account number: six letters or digits',
      'line 4: the name is missing',
      'line 5: account A1B2C3 stands on line 2 already',
      'line 6: a name or group has more than 80 characters',
      'line 7: holds more than 3 cells',
    ]);
  });

  it.each([
    ['nothing', '', 'line 1: the first line names the columns'],
    ['no heading', 'A1B2C3,Dock\n', 'line 1: unknown column “A1B2C3”'],
    ['a column that nobody knows', 'account,name,colour\nA1B2C3,Dock,red', 'line 1: unknown column “colour”'],
    ['a column twice', 'account,name,Nom\nA1B2C3,Dock,x', 'line 1: column “Nom” stands twice'],
    ['a heading alone', 'account,name\n', 'line 1: no account follows the heading'],
    ['quotes that never close', 'account,name\nA1B2C3,"Dock\n', 'line 2: a quotation mark never closes'],
  ])('with %s is refused', async (_name, csv, sentence) => {
    expect((await faultsOf(csv))[0]).toContain(sentence);
  });

  it('takes ten thousand accounts and not one more', async () => {
    const lines = (count: number) =>
      `account,name\n${Array.from({ length: count }, (_none, at) => `${String(at).padStart(6, '0')},N`).join('\n')}`;
    expect(await readAccounts(lines(10_000))).toHaveLength(10_000);
    expect(await faultsOf(lines(10_001))).toEqual(['line 10002: more than 10000 accounts']);
  });
});
