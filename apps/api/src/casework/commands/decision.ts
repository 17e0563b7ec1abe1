import { FormCommission } from '@app/application';
import { DecideCommissionDto, FormCommissionDto, SignDecisionDto } from '@app/contracts';
import type { CaseCommand } from '@app/domain';
import { commandRows } from '../../http/command-rows.js';

/** The housing commission and its decision. */
export const decisionCommands = commandRows<CaseCommand>()({
  FormCommission: {
    path: 'commission',
    permission: 'commission:form',
    body: FormCommissionDto,
    summary: 'Form the housing commission for a case (para 9)',
    operationId: 'Decision.formCommission',
    by: FormCommission,
  },
  DecideCommission: {
    path: 'decision',
    permission: 'commission:decide',
    body: DecideCommissionDto,
    summary: 'Record what the commission decided (para 9)',
    operationId: 'Decision.decide',
  },
  SignDecision: {
    path: 'decision/signature',
    permission: 'decision:sign',
    body: SignDecisionDto,
    summary: 'Register and sign the decision (para 9)',
    operationId: 'Decision.signDecision',
  },
});
