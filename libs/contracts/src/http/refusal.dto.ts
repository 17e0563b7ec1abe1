import type { RefusalFacts } from '@app/domain';
import { ShownFacts, ShownText } from './fields/shown.js';
import { words } from './fields/words.js';

/** What every refusal tells, wherever it is told. */
export abstract class RefusalDto {
  @ShownText({
    example: 'hearing-not-held',
    about: 'The code of the refusal, for machines; it never changes. docs/generated/refusals.md lists all.',
  })
  readonly code!: string;

  @ShownText({ ...words.rule, optional: true, about: `${words.rule.about} Null: a guard of the system.` })
  readonly rule!: string | null;

  @ShownText({ ...words.paragraph, optional: true, about: `${words.paragraph.about} Null: a guard of the system.` })
  readonly paragraph!: string | null;

  @ShownText({ about: 'What to do now, in a sentence, in the language of the answer.' })
  readonly next!: string;

  @ShownFacts({ about: 'What the rule saw when it refused.' })
  readonly facts!: RefusalFacts;
}
