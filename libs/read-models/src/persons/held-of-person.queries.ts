import type { Route } from '@app/domain';
import { caseView, type CaseViewDocument } from '../case-view/case-view.projection.js';
import type { CaseFacts } from '../case-view/case-facts.js';
import { complaints, type ComplaintDocument } from '../complaints/complaints.projection.js';
import type { ComplaintFacts } from '../complaints/complaint-facts.js';
import type { Stored } from '../engine/projection.js';
import type { LiveFillings } from '../engine/rebuild/live-fillings.js';
import { naming } from './naming.js';

/** A case in which a person stands. Holds personal data. */
export type HeldCase = Readonly<{ caseId: string; officeId: string | null; route: Route | null; facts: CaseFacts }>;

/** A complaint that a person lodged. Holds personal data. */
export type HeldComplaint = Readonly<{ complaintId: string; caseId: string | null; facts: ComplaintFacts }>;

export type HeldQueries = Readonly<{
  /** At most so many cases in which a person stands, by IIN; whoever asks waits for a look at every case, as this is asked rarely. */
  cases: (iin: string, most: number) => Promise<readonly HeldCase[]>;
  /** The same of the complaints that the person lodged. */
  complaints: (iin: string, most: number) => Promise<readonly HeldComplaint[]>;
}>;

/** What is held of a person. */
export const heldQueries = (live: LiveFillings): HeldQueries => ({
  cases: async (iin, most) => {
    const found = await live
      .collection<Stored<CaseViewDocument>>(caseView)
      .find(naming(iin), { projection: { officeId: 1, facts: 1 } })
      .limit(most)
      .toArray();
    return found.map(({ _id: caseId, officeId, facts }) => ({
      caseId,
      officeId,
      route: facts.application?.route ?? null,
      facts,
    }));
  },
  complaints: async (iin, most) => {
    const found = await live
      .collection<Stored<ComplaintDocument>>(complaints)
      .find({ 'facts.filing.complainant.iin': iin }, { projection: { caseId: 1, facts: 1 } })
      .limit(most)
      .toArray();
    return found.map(({ _id: complaintId, caseId, facts }) => ({ complaintId, caseId, facts }));
  },
});
