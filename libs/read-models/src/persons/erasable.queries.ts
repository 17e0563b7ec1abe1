import { complaintStatusOf, type ComplaintState, type HeldOf } from '@app/domain';
import { caseView, type CaseViewDocument } from '../case-view/case-view.projection.js';
import { complaints, type ComplaintDocument } from '../complaints/complaints.projection.js';
import type { Stored } from '../engine/projection.js';
import type { LiveFillings } from '../engine/rebuild/live-fillings.js';
import { naming } from './naming.js';

export type ErasableQueries = Readonly<{
  /**
   * Every case and complaint of a person, by IIN: those that the person applied or complained in, those that name them as a member of the
   * family or a representative, and complaints of others on their cases. Reads all cases: for what is asked for rarely.
   */
  of: (iin: string) => Promise<readonly HeldOf[]>;
}>;

/** What is held of a person. */
export const erasableQueries = (live: LiveFillings): ErasableQueries => ({
  of: async (iin) => {
    const cases = await live
      .collection<Stored<CaseViewDocument>>(caseView)
      .find(naming(iin), { projection: ofCase })
      .toArray();
    const own = cases.filter(({ facts }) => facts.application?.applicant.iin === iin).map(({ _id }) => _id);
    const found = await live
      .collection<Stored<ComplaintDocument>>(complaints)
      .find(
        { $or: [{ 'facts.filing.complainant.iin': iin }, { caseId: { $in: own } }] },
        { projection: { 'facts.filing': 1, state: 1 } },
      )
      .toArray();
    return [
      ...cases.map(({ _id, facts }): HeldOf => {
        const endedAt = facts.closing?.at ?? null;
        return { stream: `case-${_id}`, as: own.includes(_id) ? 'OWN' : 'NAMED', endedAt };
      }),
      ...found.map(({ _id, facts, state }): HeldOf => {
        const isOwn = facts.filing?.complainant.iin === iin;
        return { stream: `complaint-${_id}`, as: isOwn ? 'OWN' : 'NAMED', endedAt: endOf(state) };
      }),
    ];
  },
});

const ofCase = { 'facts.application': 1, 'facts.closing': 1 };

/** When a complaint was settled, decided or ruled on last; null while it is considered, here or in a court. */
const endOf = (state: ComplaintState): string | null => {
  const ending = endings[complaintStatusOf(state) ?? ''];
  return (ending && state.moments[ending]) ?? null;
};

const endings: Readonly<Record<string, keyof ComplaintState['moments']>> = {
  SETTLED: 'FavourableActAdopted',
  DECIDED: 'ComplaintDecided',
  RULED: 'CourtRulingRecorded',
};
