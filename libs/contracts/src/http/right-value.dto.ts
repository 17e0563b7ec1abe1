import { ApiSchema } from '@nestjs/swagger';
import { TextField, WholeNumberField } from './fields/values.js';

@ApiSchema({ description: 'The right value of one entry of a case or complaint.' })
export class RightValueDto {
  @WholeNumberField({
    min: 0,
    max: 1_000_000,
    example: 11,
    about: 'The revision of the entry, as the timeline tells it.',
  })
  readonly revision!: number;

  @TextField({
    max: 100,
    example: 'amount',
    about: 'The path of the value in the entry: amount, paidOn, votes.1.vote, applicant.fullName (docs/api.md).',
  })
  readonly field!: string;

  @TextField({
    max: 10_000,
    example: '1000.00',
    about:
      'The right value; an amount in tenge, a day as YYYY-MM-DD. A text is no longer than the command takes that enters it.',
  })
  readonly is!: string;
}
