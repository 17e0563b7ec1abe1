import { ApiSchema } from '@nestjs/swagger';
import {
  verdicts,
  commissionKinds,
  refusalGrounds,
  votes,
  type Verdict,
  type CommissionKind,
  type RefusalGround,
  type Vote,
} from '@app/domain';
import { MemberField, LocalDateField, MoneyField, type Tenge } from '../http/fields/formats.js';
import { OnlyWhere, PlacedWhere } from '../http/fields/needed.js';
import { NestedField, NestedListField } from '../http/fields/nested.js';
import { TextField, ChoiceField } from '../http/fields/values.js';
import { CommandBody } from '../http/command.dto.js';
import { EdsSignatureDto } from './person.dto.js';

@ApiSchema({ description: 'A member of the commission.' })
export class CommissionMemberDto {
  @MemberField({ example: 'm-1', about: 'Names the member within this commission.' })
  readonly memberId!: string;

  @TextField({ max: 200, example: 'Testbekov Arman', about: 'Surname, name, and patronymic if there is one.' })
  readonly fullName!: string;

  @TextField({
    max: 1000,
    optional: true,
    about:
      'What binds the member to the case. A member who has such a bond must not vote (RECUSED). Absent: nothing does.',
  })
  readonly conflictOfInterest?: string | null;
}

@ApiSchema({ description: 'The housing commission of the case (para 9).' })
export class FormCommissionDto extends CommandBody {
  @ChoiceField(commissionKinds, {
    about: 'The body that forms it: the local executive body, a state enterprise or a state institution.',
  })
  readonly kind!: CommissionKind;

  @NestedListField(() => CommissionMemberDto, { max: 50, about: 'Everybody who sits in it.' })
  readonly members!: CommissionMemberDto[];

  @MemberField({ example: 'm-1', about: 'The `memberId` of the chair.' })
  readonly chairId!: string;

  @MemberField({ example: 'm-2', about: 'The `memberId` of the secretary.' })
  readonly secretaryId!: string;

  @TextField({
    max: 2000,
    optional: true,
    example: 'A member fell ill.',
    about: 'Why the commission is formed anew, before it has decided. Absent: it is formed for the first time.',
  })
  readonly reason?: string | null;
}

@ApiSchema({ description: 'The vote of one member.' })
export class VoteDto {
  @MemberField({ example: 'm-1', about: 'The member who voted.' })
  readonly memberId!: string;

  @ChoiceField(votes, { about: 'FOR or AGAINST the outcome, ABSTAINED, or RECUSED for a conflict of interest.' })
  readonly vote!: Vote;
}

@ApiSchema({ description: 'The valuation that the price rests on; the Order gives no formula.' })
export class PriceBasisDto {
  @MoneyField({ about: 'The residual value in tenge.' })
  readonly residualValue!: Tenge;

  @LocalDateField({ about: 'The day of the valuation.' })
  readonly valuationDate!: string;

  @TextField({ max: 100, example: 'VAL-77', about: 'The number of the valuation document.' })
  readonly valuationDocumentId!: string;

  @TextField({ max: 200, example: 'Valuation Centre', about: 'The body that valued the dwelling.' })
  readonly determinedBy!: string;
}

@ApiSchema({ description: 'What the commission decided (para 9).' })
export class DecideCommissionDto extends CommandBody {
  @ChoiceField(verdicts, { about: 'Whether the dwelling is privatized or the application refused.' })
  readonly outcome!: Verdict;

  @NestedListField(() => VoteDto, { max: 50, about: 'How each member voted.' })
  readonly votes!: VoteDto[];

  @OnlyWhere('outcome', ['REFUSE'])
  @ChoiceField(refusalGrounds, {
    optional: true,
    about: 'The ground of a refusal, in item 9 of the Standard; absent for a decision to privatize.',
  })
  readonly ground?: RefusalGround | null;

  @OnlyWhere('outcome', ['REFUSE'])
  @TextField({
    max: 10_000,
    optional: true,
    about: 'The facts that a refusal rests on; absent for a decision to privatize.',
  })
  readonly facts?: string | null;

  @OnlyWhere('outcome', ['REFUSE'])
  @TextField({
    max: 10_000,
    optional: true,
    about: 'Why these facts lead to a refusal; absent for a decision to privatize.',
  })
  readonly reasons?: string | null;

  @PlacedWhere('outcome', ['PRIVATIZE'])
  @NestedField(() => PriceBasisDto, {
    optional: true,
    about: 'The valuation that the price rests on; absent for a refusal and for a free transfer.',
  })
  readonly priceBasis?: PriceBasisDto | null;
}

@ApiSchema({ description: 'The signature under the decision (para 9).' })
export class SignDecisionDto extends CommandBody {
  @TextField({ max: 100, example: 'DEC-2025-17', about: 'The number under which the decision is registered.' })
  readonly decisionNumber!: string;

  @NestedField(() => EdsSignatureDto, { about: 'The electronic signature of the person who signs.' })
  readonly eds!: EdsSignatureDto;
}
