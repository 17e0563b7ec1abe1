import type { ComplaintEvent } from '../complaint.events.js';
import type { ComplaintEntry } from '../complaint.state.js';
import type { ComplaintStep } from '../complaint.steps.js';
import type { Addressee } from '../complaint.types.js';

/** The command by which an entry would be made as it stands now; null of what nobody enters by a step. */
export const commandOf = ({ event, enteredAt }: ComplaintEntry, addressee: Addressee): ComplaintStep | null => {
  const type = event.type === 'ComplaintFiled' ? null : stepOf[event.type];
  if (type === null) return null;
  // An entry holds what its command says, each under the same name; who acted on the case is no value of an entry.
  return { ...event.data, type, enteredAt, by: '', actingFor: addressee, actedBy: [] } as unknown as ComplaintStep;
};

/** The step that makes an entry. */
const stepOf: Readonly<Record<Exclude<ComplaintEvent['type'], 'ComplaintFiled'>, ComplaintStep['type'] | null>> = {
  ComplaintForwarded: 'ForwardComplaint',
  FavourableActAdopted: 'AdoptFavourableAct',
  ComplaintRegistered: 'RegisterComplaint',
  ComplaintTermExtended: 'ExtendComplaintTerm',
  ExtensionNoticeSent: 'SendExtensionNotice',
  ComplaintDecided: 'DecideComplaint',
  CourtAppealFiled: 'FileCourtAppeal',
  CourtRulingRecorded: 'RecordCourtRuling',
  CarryOutDaySet: 'SetCarryOutDay',
  ComplaintCorrected: null,
  DutyMissed: null,
};
