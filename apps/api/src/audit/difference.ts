import type { SinceDto } from '@app/contracts';
import { caseChanges, dutyChanges } from '@app/domain';
import { inPlainWords } from '@app/read-models';
import type { Side } from './case-then.js';
import { happenedAnswer } from './happened-answer.js';

/** What happened between two points, the earlier of which is the beginning of the other, and what is different. */
export const differenceOf = (before: Side, after: Side): SinceDto => ({
  happened: after.events.slice(before.events.length).map((event) => happenedAnswer(event, inPlainWords(event))),
  changes: caseChanges(before.state, after.state),
  duties: dutyChanges(before, after),
});
