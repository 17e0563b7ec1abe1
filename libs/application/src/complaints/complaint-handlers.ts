import { AdoptFavourableActHandler } from './adopt-favourable-act.js';
import { DecideComplaintHandler } from './decide-complaint.js';
import { ExtendComplaintTermHandler } from './extend-complaint-term.js';
import { FileComplaintHandler } from './file-complaint.js';
import { FileCourtAppealHandler } from './file-court-appeal.js';
import { ForwardComplaintHandler } from './forward-complaint.js';
import { RecordCourtRulingHandler } from './record-court-ruling.js';
import { RegisterComplaintHandler } from './register-complaint.js';
import { SendExtensionNoticeHandler } from './send-extension-notice.js';

/** The handler of every use case of complaints. */
export const complaintHandlers = [
  FileComplaintHandler,
  ForwardComplaintHandler,
  AdoptFavourableActHandler,
  RegisterComplaintHandler,
  ExtendComplaintTermHandler,
  SendExtensionNoticeHandler,
  DecideComplaintHandler,
  FileCourtAppealHandler,
  RecordCourtRulingHandler,
];
