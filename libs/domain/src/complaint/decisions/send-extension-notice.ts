import { localDateOf } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import { assertActsFor, assertAfter } from '../complaint-gates.js';
import type { SendExtensionNotice } from '../complaint.commands.js';
import type { ComplaintEvent } from '../complaint.events.js';
import type { FiledComplaint } from '../complaint.state.js';

/**
 * Informs the complainant of the extension and its reasons, in the medium of the complaint (R-90, R-91, R-92, para 14);
 * also after the decision, where it was forgotten. Throws `another-body-considers`, `term-not-extended`,
 * `extension-notice-already-sent`, `extension-notice-medium`.
 */
export const sendExtensionNotice = (command: SendExtensionNotice, state: FiledComplaint): readonly ComplaintEvent[] => {
  const { at, by, noticeNumber, medium } = command;
  const { filing, dates, extension } = state;
  assertActsFor(command, state);
  if (extension === null) throw refuse('term-not-extended');
  if (dates.ExtensionNoticeSent !== undefined) {
    throw refuse('extension-notice-already-sent', { sentOn: dates.ExtensionNoticeSent });
  }
  if (medium !== filing.medium) throw refuse('extension-notice-medium', { medium, complaint: filing.medium });
  assertAfter(at, state, 'ComplaintTermExtended');
  const sentOn = localDateOf(at, filing.zone);
  const { reasons } = extension;
  return [{ type: 'ExtensionNoticeSent', data: { at, noticeNumber, medium, reasons, sentOn, sentBy: by } }];
};
