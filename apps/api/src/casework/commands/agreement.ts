import { OfferAgreementDto, RecordPaymentDto, ReversePaymentDto, SignAgreementDto } from '@app/contracts';
import type { CaseCommand } from '@app/domain';
import { commandRows } from '../../http/command-rows.js';

/** The agreement and the payment of the price. */
export const agreementCommands = commandRows<CaseCommand>()({
  OfferAgreement: {
    path: 'agreement',
    permission: 'agreement:offer',
    body: OfferAgreementDto,
    summary: 'Offer the agreement to the recipient (para 9)',
    operationId: 'Agreement.offerAgreement',
  },
  SignAgreement: {
    path: 'agreement/signatures',
    permission: {
      field: 'party',
      permissions: { RECIPIENT: 'agreement:sign-as-recipient', PROVIDER: 'agreement:sign-as-provider' },
    },
    body: SignAgreementDto,
    summary: 'Record the signature of one party under the agreement (para 6)',
    operationId: 'Agreement.signAgreement',
  },
  RecordPayment: {
    path: 'payments',
    permission: 'payment:record',
    body: RecordPaymentDto,
    summary: 'Record a payment of the price (para 8)',
    operationId: 'Agreement.recordPayment',
  },
  ReversePayment: {
    path: 'payments/reversals',
    permission: 'payment:reverse',
    body: ReversePaymentDto,
    summary: 'Reverse a payment, with the reason: it counts for nothing any more (para 8)',
    operationId: 'Agreement.reversePayment',
  },
});
