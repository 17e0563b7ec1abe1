import { ChoiceField } from './fields/values.js';
import { words } from './fields/words.js';
import { LanguageQuery } from './language.query.js';

/** Whether persons are shown in clear. */
export const UnmaskField = (): PropertyDecorator => ChoiceField(['true', 'false'], { ...words.unmask, optional: true });

/** The same of an answer that is asked for by nothing else. */
export class UnmaskQuery {
  @UnmaskField()
  readonly unmask?: 'true' | 'false';
}

/** The same, and the language of what is said to people. */
export class SpokenUnmaskQuery extends LanguageQuery {
  @UnmaskField()
  readonly unmask?: 'true' | 'false';
}
