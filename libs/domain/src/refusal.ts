/** A fact about the case that explains a refusal; plain JSON, never personal data. */
export type RefusalFacts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

type RefusalFields = Readonly<{
  code: string;
  rule: string | null;
  paragraph: string | null;
  message: string;
  facts: RefusalFacts;
  beside?: readonly Refusal[];
}>;

/**
 * A command that is not carried out. `code` is stable for ever; `rule` is the row of docs/law/rules.md section 11 that
 * says no, `paragraph` its place in the Order, both null where a guard of the system does. `message` is English, for
 * logs: `refusalIn` says it to people, in their language. `beside`: what else says no, whatever is done about this one.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  readonly rule: string | null;
  readonly paragraph: string | null;
  readonly facts: RefusalFacts;
  readonly beside: readonly Refusal[];

  constructor({ code, rule, paragraph, message, facts, beside = [] }: RefusalFields) {
    super(message);
    this.code = code;
    this.rule = rule;
    this.paragraph = paragraph;
    this.facts = facts;
    this.beside = beside;
  }
}

/**
 * Why a command is not carried out, by code. Codes are for ever. `rule` is a row of docs/law/rules.md section 11, where
 * a lawyer finds this very "no" in its paragraph; null for a guard of the system, which cites nothing. `message` says
 * what is wrong, `next` what to do now; `{name}` in them is filled in from the facts. `alsoBy`: the rows that say the same on another route or way of
 * paying. Russian and Kazakh stand in `words/`.
 */
export type RefusalCatalogue = Readonly<
  Record<string, Readonly<{ rule: string | null; alsoBy?: readonly string[]; message: string; next: string }>>
>;
