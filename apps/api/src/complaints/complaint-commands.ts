import { CorrectComplaint, DecideComplaint, FileComplaint, ActOnComplaint } from '@app/application';
import {
  AdoptFavourableActDto,
  CorrectComplaintDto,
  DecideComplaintDto,
  ExtendComplaintTermDto,
  FileComplaintDto,
  FileCourtAppealDto,
  ForwardComplaintDto,
  RecordCourtRulingDto,
  RegisterComplaintDto,
  SendExtensionNoticeDto,
  SetCarryOutDayDto,
} from '@app/contracts';
import type { ComplaintCommand } from '@app/domain';
import { commandRows, type CommandRow } from '../http/command-rows.js';
import { commandsController } from '../http/commands-controller.js';
import { ComplaintIdPipe } from '../http/id.pipes.js';

/** Each body considers what is addressed to it, by an officer of its own (docs/decisions/0033). */
const considering = {
  PROVIDER_HEAD: 'complaint:consider-as-provider',
  AUTHORIZED_BODY: 'complaint:consider-as-authorized-body',
  QUALITY_BODY: 'complaint:consider-as-quality-body',
} as const;

/** Everything that may be done about a complaint, in the order of paragraphs 12 to 15. */
const rows = commandRows<ComplaintCommand>()({
  FileComplaint: {
    path: '',
    permission: {
      field: 'lodgedWith',
      permissions: {
        PROVIDER: 'complaint:file',
        AUTHORIZED_BODY: 'complaint:file-with-authorized-body',
        QUALITY_BODY: 'complaint:file-with-quality-body',
      },
    },
    body: FileComplaintDto,
    summary: 'File a complaint against a decision, action or inaction of the provider (para 12)',
    operationId: 'ComplaintCommands.file',
    by: FileComplaint,
  },
  ForwardComplaint: {
    path: 'forwarding',
    permission: 'complaint:forward',
    body: ForwardComplaintDto,
    summary: 'Send the complaint to the body that considers it, within three working days (para 12)',
    operationId: 'ComplaintCommands.forward',
  },
  AdoptFavourableAct: {
    path: 'favourable-act',
    permission: 'complaint:forward',
    body: AdoptFavourableActDto,
    summary: 'Record that the provider met the demands in full before sending it on (para 12)',
    operationId: 'ComplaintCommands.adoptFavourableAct',
  },
  RegisterComplaint: {
    path: 'registration',
    permission: { field: 'actingFor', permissions: considering },
    body: RegisterComplaintDto,
    summary: 'Register the complaint with the body that considers it (para 13)',
    operationId: 'ComplaintCommands.register',
  },
  ExtendComplaintTerm: {
    path: 'extension',
    permission: { field: 'actingFor', permissions: considering },
    body: ExtendComplaintTermDto,
    summary: 'Extend the term, once, by ten working days at most, with reasons (para 14)',
    operationId: 'ComplaintCommands.extend',
  },
  SendExtensionNotice: {
    path: 'extension-notice',
    permission: { field: 'actingFor', permissions: considering },
    body: SendExtensionNoticeDto,
    summary: 'Inform the complainant of the extension, in the medium of the complaint (para 14)',
    operationId: 'ComplaintCommands.sendExtensionNotice',
  },
  DecideComplaint: {
    path: 'decision',
    permission: { field: 'actingFor', permissions: considering },
    body: DecideComplaintDto,
    summary: 'Decide the complaint, with reasons and its effect on the case (para 13)',
    operationId: 'ComplaintCommands.decide',
    by: DecideComplaint,
  },
  FileCourtAppeal: {
    path: 'court-appeal',
    permission: 'complaint:record-court',
    body: FileCourtAppealDto,
    summary: 'Record an appeal to a court after the complaint (para 15)',
    operationId: 'ComplaintCommands.fileCourtAppeal',
  },
  RecordCourtRuling: {
    path: 'court-ruling',
    permission: 'complaint:record-court',
    body: RecordCourtRulingDto,
    summary: 'Record the ruling of a court (para 15)',
    operationId: 'ComplaintCommands.recordCourtRuling',
  },
  SetCarryOutDay: {
    path: 'carry-out-day',
    permission: { field: 'actingFor', permissions: considering },
    body: SetCarryOutDayDto,
    summary: 'Name the day by which the case is decided anew, where the order named none (para 12)',
    operationId: 'ComplaintCommands.setCarryOutDay',
  },
  CorrectComplaint: {
    path: 'corrections',
    permission: { field: 'actingFor', permissions: considering },
    body: CorrectComplaintDto,
    summary: 'Correct what was recorded wrongly of the complaint, with a reason',
    operationId: 'ComplaintCommands.correct',
    by: CorrectComplaint,
  },
});

/** What people do; that a duty was missed is recorded by the watch. */
type DoneByPeople = Exclude<ComplaintCommand['type'], 'RecordDutyMissed'>;

/** The commands of complaints that have a form, by name. */
export type ComplaintFormName = keyof typeof rows;

/** Every command of a complaint. */
export const complaintCommands: Readonly<Record<ComplaintFormName, CommandRow>> = rows satisfies Readonly<
  Record<DoneByPeople, CommandRow>
>;

/** Everything that people may do about a complaint, over HTTP. */
export const ComplaintCommandsController = commandsController({
  tag: 'Complaints',
  base: 'api/v1/complaints',
  rows: complaintCommands,
  about: { parameter: 'complaintId', pipe: ComplaintIdPipe },
  actOn: ActOnComplaint,
});
