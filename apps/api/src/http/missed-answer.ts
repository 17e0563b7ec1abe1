import type { CaseDto } from '@app/contracts';
import type { DutyView } from '@app/read-models';

/** Duties recorded as missed, each with the day on which it was kept where that was found later. */
export const missedAnswer = <Missed extends Readonly<{ rule: string }>>(
  missed: readonly Missed[],
  duties: readonly Pick<DutyView, 'rule' | 'status' | 'late' | 'dischargedOn'>[],
): readonly (Missed & Pick<CaseDto['missedDuties'][number], 'foundKeptOn'>)[] =>
  missed.map((one) => {
    const kept = duties.find(({ rule, status, late }) => rule === one.rule && status === 'DISCHARGED' && !late);
    return { ...one, foundKeptOn: kept?.dischargedOn ?? null };
  });
