import type { Foreseen } from '@app/application';
import type { DryRunDto, DryRunRefusalDto } from '@app/contracts';
import { everyRefusal, type Language, Refusal, refusalIn } from '@app/domain';

/** What a command would do, or everything that stands in its way, in a language. */
export const dryRunAnswer = (found: Foreseen | Refusal, language: Language): DryRunDto =>
  found instanceof Refusal
    ? { events: [], duties: [], refusals: everyRefusal(found).map((refusal) => refusalAnswer(refusal, language)) }
    : { events: found.events.map(({ type }) => type), duties: found.moved, refusals: [] };

const refusalAnswer = (refusal: Refusal, language: Language): DryRunRefusalDto => {
  const { code, rule, paragraph, facts } = refusal;
  const { message, next } = refusalIn(language, refusal);
  return { code, rule, paragraph, facts, next, detail: message };
};
