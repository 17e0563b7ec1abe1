import { localDateOf } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import { assertCompletenessOpen } from '../case-gates.js';
import { applicantIinOf } from '../people.js';
import { saysSomething } from '../stated.js';
import type { Step } from '../step.js';

/**
 * The provider sets a paper aside that the file itself shows to be none of what it stands for: it cannot be read, is of
 * another type, or of another person. It counts as missing then (R-33, para 6). A doubt about what a paper says goes by
 * paragraph 10 (A26).
 */
export const setDocumentAside: Step<'SetDocumentAside'> = {
  gate: assertCompletenessOpen,

  decide: ({ at, by, documentType, sha256, fault, reason }, state) => {
    const { application } = state;
    if (!saysSomething(reason)) throw refuse('set-aside-without-reason', { documentType });
    const isInFile = application.documents.some((one) => one.type === documentType && one.sha256 === sha256);
    if (!isInFile) throw refuse('document-not-in-file', { documentType, sha256 });

    const applicantIin = applicantIinOf(state);
    const setAsideOn = localDateOf(at, application.zone);
    return [
      {
        type: 'DocumentSetAside',
        data: { at, documentType, sha256, fault, reason, applicantIin, setAsideOn, setAsideBy: by },
      },
    ];
  },
};
