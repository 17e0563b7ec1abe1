import { ApiSchema } from '@nestjs/swagger';
import { paymentModes, type PaymentMode } from '@app/domain';
import { MoneyField, type Tenge } from '../http/fields/formats.js';
import { ChoiceField, WholeNumberField } from '../http/fields/values.js';

@ApiSchema({ description: 'How the applicant means to pay. `mode` tells which other fields there are.' })
export class PaymentDto {
  @ChoiceField(paymentModes, { about: 'SINGLE: in one sum. INSTALMENTS: over years. NONE: free of charge.' })
  readonly mode!: PaymentMode;
}

@ApiSchema({ description: 'The price is paid in one sum.' })
export class SinglePaymentDto {
  @ChoiceField(['SINGLE'], { about: 'The word for payment in one sum.' })
  readonly mode!: 'SINGLE';
}

@ApiSchema({
  description: 'The price is paid over at most ten years, with an initial contribution of at least 30 % (Appendix 2).',
})
export class InstalmentsDto {
  @ChoiceField(['INSTALMENTS'], { about: 'The word for payment over years.' })
  readonly mode!: 'INSTALMENTS';

  @WholeNumberField({ min: 1, max: 50, example: 10, about: 'The number of years.' })
  readonly years!: number;

  @MoneyField({ example: '375000.00', about: 'The initial contribution in tenge.' })
  readonly initialContribution!: Tenge;
}

@ApiSchema({ description: 'Nothing is paid: the dwelling is free of charge.' })
export class NoPaymentDto {
  @ChoiceField(['NONE'], { about: 'The word for a free transfer.' })
  readonly mode!: 'NONE';
}

export const paymentShapes = { SINGLE: SinglePaymentDto, INSTALMENTS: InstalmentsDto, NONE: NoPaymentDto };
