import { readdirSync } from 'node:fs';
import { allBreaks } from './breaks.js';
import { heading, root, sourceText, table, type GeneratedFile } from './generated-file.js';

/** A row of docs/law/rules.md section 11. */
type RuleRow = Readonly<{ rule: string; place: string; outcome: string }>;

/** A row with the code that names its rule, and the tests that carry it in their names: those over HTTP first. */
export type CarriedRow = RuleRow &
  Readonly<{ code: readonly string[]; tests: readonly Readonly<{ file: string; title: string }>[] }>;

/** Every rule with the code and the tests that carry it. */
export const carriedRows = (): readonly CarriedRow[] => {
  const tests = filesOf((file) => file.endsWith('.spec.ts'))
    .toSorted(acceptanceFirst)
    .flatMap((file) => testTitles(sourceText(file)).map((title) => ({ file, title })));
  const code = filesOf(isCode).map((file) => ({ file, text: withoutExamples(sourceText(file)) }));
  return ruleRows(sourceText('docs/law/rules.md')).map((row) => ({
    ...row,
    code: code.filter(({ text }) => names(text, row.rule)).map(({ file }) => file),
    tests: tests.filter(({ title }) => names(title, row.rule)),
  }));
};

/** Whether a rule is carried by code and a named test. */
export const isCarried = ({ code, tests }: CarriedRow): boolean => code.length > 0 && tests.length > 0;

/** Which code and which tests carry which rule, and why some are carried by none. */
export const conformanceSheet = (): GeneratedFile => {
  const rows = carriedRows();
  const carried = rows.filter(isCarried);
  const outside = rows.filter(({ rule }) => rule in notAutomated);
  const open = rows.filter((row) => !isCarried(row) && !(row.rule in notAutomated));
  return {
    path: 'docs/conformance.md',
    text: [
      ...heading(
        'Conformance sheet',
        'Every rule of `docs/law/rules.md` section 11 with the paragraph of the Order, the tests that carry it in their names and the code that names it. ' +
          `${carried.length} of ${rows.length} rules are carried by code and a named test, ${outside.length} are not for software, ${open.length} are open. ` +
          '`npm run breaks` breaks each on purpose, as it says here, and sees its tests over HTTP fail.',
      ),
      '## Carried by code and a named test',
      '',
      ...carried.flatMap(section),
      '## Not for software',
      '',
      ...table(
        ['rule', 'paragraph', 'asks', 'why not'],
        outside.map(({ rule, place, outcome }) => [rule, place, outcome, notAutomated[rule] ?? '']),
      ),
      '',
      '## Open',
      '',
      ...table(
        ['rule', 'paragraph', 'asks'],
        open.map(({ rule, place, outcome }) => [rule, place, outcome]),
      ),
      '',
    ].join('\n'),
  };
};

/** The same for programs: the api reads it from what is built (`GET /monitoring/paragraphs`). */
export const conformanceData = (): GeneratedFile => ({
  path: 'apps/api/src/monitoring/paragraphs/conformance.json',
  text: `${JSON.stringify(
    carriedRows().map(({ rule, place, outcome: asks, code, tests }) => ({
      rule,
      place,
      asks,
      code,
      tests,
      notForSoftware: notAutomated[rule] ?? null,
    })),
    null,
    2,
  )}\n`,
});

/** The rows of the rule tables: the first cell is the rule, the second its place, the last but one what it asks. */
export const ruleRows = (markdown: string): readonly RuleRow[] =>
  markdown
    .split('\n')
    .filter((line) => /^\| R-\d+[a-z]? \|/.test(line))
    .map((line) => {
      const [rule = '', place = '', ...others] = line
        .slice(1, -1)
        .split(' | ')
        .map((cell) => cell.trim());
      return { rule, place, outcome: others.at(others.length > 1 ? -2 : -1) ?? '' };
    });

/** The names of the tests in a spec, as they are written. */
export const testTitles = (spec: string): readonly string[] =>
  [...spec.matchAll(/\b(?:it|test|describe)(?:\.each\([\s\S]*?\))?\(\s*(['"`])((?:\\.|(?!\1)[\s\S])*?)\1/g)].map(
    (match) => (match[2] ?? '').replaceAll(/\\(['"`])/g, '$1').replaceAll(/\s+/g, ' '),
  );

/** A source without the rules that it names only to show what a rule looks like: as an example, in backticks, after "e.g.". */
export const withoutExamples = (source: string): string =>
  source
    .replaceAll(/\bexample: (?:\[[^\]]*\]|'[^']*')/g, 'example')
    .replaceAll(/(?:\be\.g\. `?|`(?:\{")?)R-\d+[a-z]?\b/g, 'e.g.');

const names = (text: string, rule: string): boolean => new RegExp(`\\b${rule}(?![0-9a-z])`).test(text);

const filesOf = (isWanted: (file: string) => boolean): readonly string[] =>
  ['apps', 'libs', 'infra', 'test']
    .flatMap((folder) =>
      readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
    )
    .map((file) => file.replaceAll('\\', '/'))
    .filter(isWanted)
    .toSorted();

/** What runs; less the samples, the list of paragraphs, which names every rule, and this folder. */
const isCode = (file: string): boolean =>
  /^(?:apps|libs)\/.*\.ts$/.test(file) &&
  !/\.spec\.ts$|\/testing\/|\/samples\/|rule-paragraphs\.ts$|^apps\/ops\/src\/docs\//.test(file);

const acceptanceFirst = (one: string, other: string): number =>
  Number(other.startsWith('test/acceptance/')) - Number(one.startsWith('test/acceptance/'));

const section = ({ rule, place, outcome, code, tests }: CarriedRow): readonly string[] => [
  `### ${rule} (${place}) ${outcome}`,
  '',
  ...tests.map(({ file, title }) => `- ${title} (\`${file}\`)`),
  '',
  `Broken: ${allBreaks().find((one) => one.rule === rule)?.breaks ?? 'not yet'}`,
  '',
  `Code: ${code.map((file) => `\`${file}\``).join(', ')}`,
  '',
];

/** Rows of docs/law/rules.md section 11 that ask nothing of software of their own, and why. */
export const notAutomated: Readonly<Record<string, string>> = {
  'R-01': 'An act of the Minister, done once: the Rules were approved by the Order itself.',
  'R-02': 'An act of the Committee, done on 13 August 2021 (No. 23983).',
  'R-03': 'An act of the Committee: publication on the site of the Ministry.',
  'R-04': 'Control by the Vice Minister of how the Order is carried out: an office, not a step of a case.',
  'R-06': 'Says what the Rules are for; the other rows are the procedure that it speaks of.',
  'R-14': 'Refers to the Standard, whose items are carried as the rows that they repeat.',
  'R-104': 'Repeats R-09 and is carried there.',
  'R-105': 'Repeats R-11 and is carried there.',
  'R-106': 'Repeats R-27 to R-33 and is carried there.',
  'R-108': 'Repeats R-34 and R-35 and is carried there.',
  'R-109': 'Repeats R-36 to R-38 and is carried there.',
  'R-112':
    'The portal, the contact center (1414) and the site of the Ministry are outside; what they tell is read from the case.',
};
