import { derivationText, dutiesOf, type Duty } from '@app/domain';
import type { Db } from 'mongodb';
import { collectionOf, type Stored } from '../engine/projection.js';
import { pageLimit } from '../queries/page.js';
import { caseView, type CaseViewDocument, type DutyView } from './case-view.projection.js';

/** A case as one document: what is known, where it stands, its duties. `revision` is the ETag. Holds personal data. */
export type CaseView = CaseViewDocument & Readonly<{ position: number; revision: number }>;

/** The duties of a case, and the office it belongs to. */
export type CaseDuties = Readonly<{
  caseId: string;
  officeId: string | null;
  revision: number;
  duties: readonly DutyView[];
}>;

/** One duty with every step that led to its date (`derivation`), and the same in words for an applicant (`text`). */
export type ExplainedDuty = Readonly<{
  caseId: string;
  officeId: string | null;
  revision: number;
  duty: Duty;
  text: string;
}>;

export type CaseQueries = Readonly<{
  /** The case, or null. */
  byId: (caseId: string) => Promise<CaseView | null>;
  /** What is owed by whom until when; null where there is no such case. */
  duties: (caseId: string) => Promise<CaseDuties | null>;
  /** Why a date is what it is; null where there is no such case, or it has no duty under the rule (`R-27`) so far. */
  duty: (caseId: string, rule: string) => Promise<ExplainedDuty | null>;
  /** Those of these cases (at most 200) that are known. */
  known: (caseIds: readonly string[]) => Promise<readonly string[]>;
  /** Cases closed after a log position (null: ever), in that order, at most 200. */
  closedAfter: (position: number | null) => Promise<readonly Readonly<{ caseId: string; closedPosition: number }>[]>;
}>;

/** The queries on cases. */
export const caseQueries = (database: Db): CaseQueries => {
  const cases = database.collection<Stored<CaseViewDocument>>(collectionOf(caseView));
  return {
    byId: async (caseId) => {
      const found = await cases.findOne({ _id: caseId });
      if (!found) return null;
      const { _id, ...view } = found;
      return view;
    },
    duties: async (caseId) => {
      const found = await cases.findOne({ _id: caseId }, { projection: { officeId: 1, revision: 1, duties: 1 } });
      return found && { caseId, officeId: found.officeId, revision: found.revision, duties: found.duties };
    },
    duty: async (caseId, rule) => {
      const found = await cases.findOne({ _id: caseId }, { projection: { officeId: 1, revision: 1, state: 1 } });
      const duty = found && dutiesOf(found.state).find((one) => one.rule === rule);
      return duty
        ? { caseId, officeId: found.officeId, revision: found.revision, duty, text: derivationText(duty) }
        : null;
    },
    known: async (caseIds) => {
      const found = await cases.find({ _id: { $in: [...caseIds] } }, { projection: { _id: 1 } }).toArray();
      return found.map(({ _id }) => _id);
    },
    closedAfter: async (position) => {
      const found = await cases
        .find({ closedPosition: { $gt: position ?? -1 } }, { projection: { closedPosition: 1 } })
        .sort({ closedPosition: 1 })
        .limit(pageLimit)
        .toArray();
      return found.map(({ _id, closedPosition }) => ({ caseId: _id, closedPosition: closedPosition ?? 0 }));
    },
  };
};
