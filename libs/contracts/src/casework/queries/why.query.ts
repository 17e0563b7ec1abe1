import { languages, type Language } from '@app/domain';
import { ChoiceField } from '../../http/fields/values.js';

/** In which language a date is explained. */
export class WhyQuery {
  @ChoiceField(languages, {
    optional: true,
    about: 'The language of the explanation. Absent: English. The words of the Order stay English.',
  })
  readonly lang?: Language;
}
