import { CorrectRecord } from '@app/application';
import { CorrectRecordDto, IssueResultDto, WithdrawApplicationDto } from '@app/contracts';
import type { CaseCommand } from '@app/domain';
import { commandRows } from '../../http/command-rows.js';

/** Results, corrections and the withdrawal. */
export const closingCommands = commandRows<CaseCommand>()({
  IssueResult: {
    path: 'results',
    permission: {
      field: 'channel',
      permissions: { STATE_CORPORATION: 'result:issue-at-counter', PORTAL: 'result:issue-by-portal' },
    },
    body: IssueResultDto,
    summary: 'Issue a result to the recipient (paras 5 and 7)',
    operationId: 'Closing.issueResult',
  },
  CorrectRecord: {
    path: 'corrections',
    permission: 'record:correct',
    body: CorrectRecordDto,
    summary: 'Correct what was recorded wrongly, with a reason',
    operationId: 'Closing.correctRecord',
    by: CorrectRecord,
  },
  WithdrawApplication: {
    path: 'withdrawal',
    permission: 'application:withdraw',
    body: WithdrawApplicationDto,
    summary: 'Record that the applicant withdrew the application (outside the Order)',
    operationId: 'Closing.withdraw',
  },
});
