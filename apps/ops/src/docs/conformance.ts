import { readdirSync } from 'node:fs';
import { heading, root, sourceText, table, type GeneratedFile } from './generated-file.js';

/** A row of docs/law/rules.md section 11. */
export type RuleRow = Readonly<{ rule: string; place: string; outcome: string }>;

/** Which tests name which rule, and which rules no test names yet. */
export const conformanceSheet = (): GeneratedFile => {
  const rows = ruleRows(sourceText('docs/law/rules.md'));
  const titles = specFiles().flatMap((file) => testTitles(sourceText(file)).map((title) => ({ file, title })));
  const covered = rows.map((row) => ({ ...row, tests: titles.filter(({ title }) => namesRule(title, row.rule)) }));
  const open = covered.filter(({ tests }) => tests.length === 0);
  return {
    name: 'conformance.md',
    text: [
      ...heading(
        'Conformance sheet',
        'The rules of `docs/law/rules.md` section 11 and the tests whose names carry them. A test that names a rule exercises it; it does not follow that the rule is ' +
          `carried out in full. ${covered.length - open.length} of ${covered.length} rules are named by a test; the others are not carried out by this version, or need no software.`,
      ),
      '## Named by a test',
      '',
      ...covered.filter(({ tests }) => tests.length > 0).flatMap(section),
      '## Not named by a test',
      '',
      ...table(
        ['rule', 'place', 'asks'],
        open.map(({ rule, place, outcome }) => [rule, place, outcome]),
      ),
      '',
    ].join('\n'),
  };
};

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

const namesRule = (title: string, rule: string): boolean => new RegExp(`\\b${rule}(?![0-9a-z])`).test(title);

const specFiles = (): readonly string[] =>
  ['apps', 'libs', 'infra', 'test']
    .flatMap((folder) =>
      readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
    )
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.spec.ts'))
    .toSorted();

const section = ({
  rule,
  place,
  outcome,
  tests,
}: RuleRow & Readonly<{ tests: readonly Readonly<{ file: string; title: string }>[] }>): readonly string[] => [
  `### ${rule} (${place}) ${outcome}`,
  '',
  ...tests.map(({ file, title }) => `- ${title} (\`${file}\`)`),
  '',
];
