import {
  ConfirmCompletenessDto,
  NotifyPreliminaryRefusalDto,
  RaiseRemarksDto,
  RecordHearingDto,
  RecordObjectionDto,
  RejectApplicationDto,
  ReviewComplianceDto,
} from '@app/contracts';
import type { CaseCommand } from '@app/domain';
import { commandRows } from '../../http/command-rows.js';

/** The examination of the documents, and the way of a refusal to the hearing. */
export const examinationCommands = commandRows<CaseCommand>()({
  ConfirmCompleteness: {
    path: 'completeness',
    permission: 'completeness:confirm',
    body: ConfirmCompletenessDto,
    summary: 'Confirm that the package is complete (para 9)',
    operationId: 'Examination.confirmCompleteness',
  },
  RejectApplication: {
    path: 'rejection',
    permission: 'application:reject',
    body: RejectApplicationDto,
    summary: 'Reject an incomplete application or expired documents, within two working days (para 6)',
    operationId: 'Examination.reject',
  },
  ReviewCompliance: {
    path: 'compliance',
    permission: 'compliance:review',
    body: ReviewComplianceDto,
    summary: 'Record the examination against the Law, the Decree and the Rules (para 9)',
    operationId: 'Examination.reviewCompliance',
  },
  RaiseRemarks: {
    path: 'remarks',
    permission: 'remarks:raise',
    body: RaiseRemarksDto,
    summary: 'Record the reasoned remarks of the executor on the documents (para 10)',
    operationId: 'Examination.raiseRemarks',
  },
  NotifyPreliminaryRefusal: {
    path: 'preliminary-refusal',
    permission: 'preliminary-refusal:notify',
    body: NotifyPreliminaryRefusalDto,
    summary: 'Notify the preliminary decision to refuse, with time and place of the hearing (para 10)',
    operationId: 'Examination.notifyPreliminaryRefusal',
  },
  RecordObjection: {
    path: 'objections',
    permission: 'objection:record',
    body: RecordObjectionDto,
    summary: 'Record an objection to the preliminary decision; a late one too (para 10)',
    operationId: 'Examination.recordObjection',
  },
  RecordHearing: {
    path: 'hearing',
    permission: 'hearing:record',
    body: RecordHearingDto,
    summary: 'Record the hearing with its minutes, or that the recipient did not come (para 10)',
    operationId: 'Examination.recordHearing',
  },
});
