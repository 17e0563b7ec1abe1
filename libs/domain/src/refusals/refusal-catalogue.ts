/**
 * Reasons for which a rule says no, by their code. Codes are for ever. `rule` is a row of docs/law/rules.md section 11
 * (`R-10`, that the service is provided in accordance with the Rules, where no closer row speaks; `A25` for a guard of
 * ours); `{name}` in the message is filled in from the facts.
 */
export type RefusalCatalogue = Readonly<Record<string, Readonly<{ rule: string; message: string }>>>;
