/** A fact about the case that explains a refusal; plain JSON, never personal data. */
export type RefusalFacts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

type RefusalFields = Readonly<{ code: string; rule: string; paragraph: string; message: string; facts: RefusalFacts }>;

/**
 * A rule said no. `code` is stable for ever; `rule` is a row of docs/law/rules.md section 11, `paragraph` the place in
 * the Order.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  readonly rule: string;
  readonly paragraph: string;
  readonly facts: RefusalFacts;

  constructor({ code, rule, paragraph, message, facts }: RefusalFields) {
    super(message);
    this.code = code;
    this.rule = rule;
    this.paragraph = paragraph;
    this.facts = facts;
  }
}

/**
 * Reasons for which a rule says no, by their code. Codes are for ever. `rule` is a row of docs/law/rules.md section 11
 * (`R-10`, that the service is provided in accordance with the Rules, where no closer row speaks; `A25` for a guard of
 * ours); `{name}` in the message is filled in from the facts.
 */
export type RefusalCatalogue = Readonly<Record<string, Readonly<{ rule: string; message: string }>>>;
