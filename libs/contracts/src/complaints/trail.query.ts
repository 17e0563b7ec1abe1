import { ChoiceField } from '../http/fields/values.js';
import { SpokenUnmaskQuery } from '../http/unmask.query.js';

/** As of when the trail of a complaint is asked for. */
export class TrailQuery extends SpokenUnmaskQuery {
  @ChoiceField(['now', 'decision'], {
    optional: true,
    about:
      '`now`: as things stand. `decision`: as they stood when the complaint was decided or its demands met in full; nothing entered later changes that. Absent: `now`.',
  })
  readonly at?: 'now' | 'decision';
}
