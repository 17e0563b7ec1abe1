import rows from './conformance.json' with { type: 'json' };

/** A rule of docs/law/rules.md, and the code and tests that carry it; made by `npm run docs`. */
export type CarriedRule = Readonly<{
  rule: string;
  place: string;
  asks: string;
  code: readonly string[];
  tests: readonly Readonly<{ file: string; title: string }>[];
  notForSoftware: string | null;
}>;

const byRule: ReadonlyMap<string, CarriedRule> = new Map(rows.map((row) => [row.rule, row]));

/** What carries a rule; null where docs/law/rules.md has no row of it. */
export const carriedRule = (rule: string): CarriedRule | null => byRule.get(rule) ?? null;
