import {
  verdicts,
  type Verdict,
  commissionKinds,
  refusalGrounds,
  votes,
  type CommissionKind,
  type RefusalGround,
  type Vote,
} from '@app/domain';
import { KeyField, LocalDateField, MoneyField, type Tenge } from '../http/fields/formats.js';
import { NestedField, NestedListField } from '../http/fields/nested.js';
import { TextField } from '../http/fields/text.js';
import { ChoiceField } from '../http/fields/values.js';
import { CommandBody } from '../http/command-body.js';
import { EdsSignatureDto } from './eds-signature.dto.js';

export class CommissionMemberDto {
  @KeyField({ example: 'm-1' })
  readonly memberId!: string;

  @TextField({ max: 200, example: 'Testbekov Arman' })
  readonly fullName!: string;

  @TextField({ max: 1000, optional: true, about: 'What binds the member to the case; who has one recuses themselves.' })
  readonly conflictOfInterest?: string | null;
}

export class FormCommissionDto extends CommandBody {
  @ChoiceField(commissionKinds)
  readonly kind!: CommissionKind;

  @NestedListField(() => CommissionMemberDto, { max: 50 })
  readonly members!: CommissionMemberDto[];

  @KeyField({ example: 'm-1' })
  readonly chairId!: string;

  @KeyField({ example: 'm-2' })
  readonly secretaryId!: string;
}

export class VoteDto {
  @KeyField({ example: 'm-1' })
  readonly memberId!: string;

  @ChoiceField(votes)
  readonly vote!: Vote;
}

/** The document that the price rests on; the Order gives no formula. */
export class PriceBasisDto {
  @MoneyField()
  readonly residualValue!: Tenge;

  @LocalDateField()
  readonly valuationDate!: string;

  @TextField({ max: 100, example: 'VAL-77' })
  readonly valuationDocumentId!: string;

  @TextField({ max: 200, example: 'Valuation Centre' })
  readonly determinedBy!: string;
}

export class DecideCommissionDto extends CommandBody {
  @ChoiceField(verdicts)
  readonly outcome!: Verdict;

  @NestedListField(() => VoteDto, { max: 50 })
  readonly votes!: VoteDto[];

  @ChoiceField(refusalGrounds, { optional: true, about: 'Of a refusal: its ground in item 9 of the Standard.' })
  readonly ground?: RefusalGround | null;

  @TextField({ max: 10_000, optional: true, about: 'Of a refusal.' })
  readonly facts?: string | null;

  @TextField({ max: 10_000, optional: true, about: 'Of a refusal.' })
  readonly reasons?: string | null;

  @NestedField(() => PriceBasisDto, { optional: true, about: 'Where the dwelling is to be paid for.' })
  readonly priceBasis?: PriceBasisDto | null;
}

export class SignDecisionDto extends CommandBody {
  @TextField({ max: 100, example: 'DEC-2025-17' })
  readonly decisionNumber!: string;

  @NestedField(() => EdsSignatureDto)
  readonly eds!: EdsSignatureDto;
}
