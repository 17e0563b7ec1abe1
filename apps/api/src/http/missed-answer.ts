import { missedAsKnown, type MissedAsKnown } from '@app/domain';
import type { DutyView } from '@app/read-models';

/** Duties recorded as missed, each with what is known of it by now. */
export const missedAnswer = <Missed extends Readonly<{ rule: string; instance: number | null; due: string }>>(
  missed: readonly Missed[],
  duties: readonly Pick<DutyView, 'rule' | 'instance' | 'kind' | 'due' | 'status' | 'late' | 'dischargedOn'>[],
): readonly (Missed & MissedAsKnown)[] => missed.map((one) => ({ ...one, ...missedAsKnown(one, duties) }));
