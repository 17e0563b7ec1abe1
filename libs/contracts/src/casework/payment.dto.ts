import { paymentModes, type PaymentMode } from '@app/domain';
import { MoneyField, type Tenge } from '../http/fields/formats.js';
import { ChoiceField, WholeNumberField } from '../http/fields/values.js';

/** How the applicant means to pay; `mode` tells which other fields there are. */
export class PaymentDto {
  @ChoiceField(paymentModes)
  readonly mode!: PaymentMode;
}

export class SinglePaymentDto {
  @ChoiceField(['SINGLE'])
  readonly mode!: 'SINGLE';
}

/** Appendix 2: up to ten years, an initial contribution of at least 30 %. */
export class InstalmentsDto {
  @ChoiceField(['INSTALMENTS'])
  readonly mode!: 'INSTALMENTS';

  @WholeNumberField({ min: 1, max: 50, example: 10 })
  readonly years!: number;

  @MoneyField({ example: '375000.00' })
  readonly initialContribution!: Tenge;
}

/** Free of charge (para 8). */
export class NoPaymentDto {
  @ChoiceField(['NONE'])
  readonly mode!: 'NONE';
}

export const paymentShapes = { SINGLE: SinglePaymentDto, INSTALMENTS: InstalmentsDto, NONE: NoPaymentDto };
