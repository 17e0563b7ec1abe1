import { languages, type Language } from '@app/domain';
import { ChoiceField } from './fields/values.js';

/** In which language an answer speaks to people. */
export const LanguageField = (): PropertyDecorator =>
  ChoiceField(languages, {
    optional: true,
    about:
      'The language of what is said to people: what happened, what is owed, why a date is what it is, what a refusal says. Absent: that of `Accept-Language`. The words of the Order stay English.',
  });

export class LanguageQuery {
  @LanguageField()
  readonly lang?: Language;
}
