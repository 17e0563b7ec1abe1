import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readDecreeParameters } from './decree-file.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shanyraq-decree-'));
});
afterEach(() => rm(folder, { recursive: true }));

const file = async (content: unknown): Promise<string> => {
  const path = join(folder, 'decree.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

const act = {
  act: 'Decree No. 1',
  from: '2026-02-01',
  maxInstalmentYears: 12,
  minInitialContributionPct: 20,
  source: 'adilet.zan.kz',
};
const read = async (content: unknown) => readDecreeParameters(await file(content));
const problemsOf = async (content: unknown): Promise<unknown> =>
  read(content).then(
    () => [],
    ({ name, problems }: { name: string; problems: unknown }) => (name === 'ConfigInvalid' ? problems : name),
  );
const entry = (changes: object) => problemsOf([{ ...act, ...changes }]);

describe('the parameters of the Decree that an installation names (R-98)', () => {
  it('are none where no file is named', async () => expect(await readDecreeParameters(null)).toEqual([]));

  it('are those of the file, amounts in tiyn; what is left out changes nothing', async () =>
    expect(
      await read([
        act,
        { ...act, from: '2026-03-01', longerAbove: { residualValue: '0.01', years: 13 }, initialContributionDays: 0 },
      ]),
    ).toEqual([
      { ...act, longerAbove: null, initialContributionDays: null, notice: null },
      {
        ...act,
        from: '2026-03-01',
        longerAbove: { residualValue: 1, years: 13 },
        initialContributionDays: 0,
        notice: null,
      },
    ]));

  it('of the example are ten per cent, and fifteen years above fifteen million tenge, from 21 January 2025', async () => {
    const example = fileURLToPath(new URL('../../../../docs/law/decree-parameters.example.json', import.meta.url));
    expect(await readDecreeParameters(example)).toEqual([
      expect.objectContaining({
        from: '2025-01-21',
        maxInstalmentYears: 10,
        longerAbove: { residualValue: 1_500_000_000, years: 15 },
        minInitialContributionPct: 10,
        initialContributionDays: null,
      }),
    ]);
  });

  it.each([
    [{ act: ' ' }, 'act must be the act with its number, a text of at most 500 characters'],
    [{ source: null }, 'source must be where the act can be read, a text of at most 500 characters'],
    [{ from: '2026-02-30' }, 'from must be the first day of acceptance under these, YYYY-MM-DD'],
    [{ maxInstalmentYears: 1.5 }, 'maxInstalmentYears must be a whole number of years from 1 to 50'],
    [{ minInitialContributionPct: 0 }, 'minInitialContributionPct must be a whole per cent from 1 to 99'],
    [{ minInitialContributionPct: 100 }, 'minInitialContributionPct must be a whole per cent from 1 to 99'],
    [
      { initialContributionDays: -1 },
      'initialContributionDays must be null, or a whole number of calendar days from 0 to 3650',
    ],
    [
      { longerAbove: { residualValue: '15000000.00', years: 12 } },
      'longerAbove.years must be more than maxInstalmentYears',
    ],
    [{ years: 12 }, 'years is not a parameter that is known'],
    ...[
      15,
      {},
      { residualValue: 15_000_000, years: 15 },
      { residualValue: '15', years: 15 },
      { residualValue: '0.00', years: 15 },
    ].map(
      (longerAbove) =>
        [
          { longerAbove },
          'longerAbove must be null, or such as {"residualValue": "15000000.00", "years": 15}, tenge with two decimals',
        ] as const,
    ),
  ])('are refused where they are %j', async (changes, problem) =>
    expect(await entry(changes)).toEqual([`DECREE_PARAMETERS_FILE, entry 1: ${problem}`]),
  );

  it('stand in the order of their days', async () =>
    expect(await problemsOf([act, act])).toEqual([
      'DECREE_PARAMETERS_FILE, entry 2: from must be later than that of the entry above',
    ]));

  it('are named by a file that is a list with something in it', async () => {
    expect(await problemsOf([])).toEqual(['DECREE_PARAMETERS_FILE names no parameters; leave it out for Appendix 2']);
    expect(await problemsOf('{}')).toEqual([
      `DECREE_PARAMETERS_FILE ${join(folder, 'decree.json')} cannot be read as a JSON list (not a list)`,
    ]);
    expect(await problemsOf([null])).toHaveLength(5);
    await expect(readDecreeParameters(join(folder, 'none.json'))).rejects.toThrow('cannot be read as a JSON list');
  });
});
