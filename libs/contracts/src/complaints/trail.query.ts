import { ChoiceField } from '../http/fields/values.js';

/** As of when the trail of a complaint is asked for. */
export class TrailQuery {
  @ChoiceField(['now', 'decision'], {
    optional: true,
    about:
      '`decision`: as it was when the complaint was decided, or its demands met in full; whatever is entered later does not change it. `now` where absent.',
  })
  readonly at?: 'now' | 'decision';
}
