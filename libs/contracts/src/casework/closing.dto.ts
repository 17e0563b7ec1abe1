import {
  resultTakers,
  type ResultTaker,
  channels,
  identifications,
  resultKinds,
  caseEventTypes,
  type CaseEvent,
  type Channel,
  type Identification,
  type ResultKind,
} from '@app/domain';
import { LocalDateField } from '../http/fields/formats.js';
import { NestedField } from '../http/fields/nested.js';
import { TextField } from '../http/fields/text.js';
import { ChoiceField } from '../http/fields/values.js';
import { CommandBody } from '../http/command-body.js';
import { EdsSignatureDto } from './eds-signature.dto.js';

/** A result of item 5, handed out on receipt and identity, or sent to the personal account (para 5). */
export class IssueResultDto extends CommandBody {
  @ChoiceField(resultKinds)
  readonly result!: ResultKind;

  @ChoiceField(channels)
  readonly channel!: Channel;

  @ChoiceField(resultTakers)
  readonly issuedTo!: ResultTaker;

  @ChoiceField(identifications, { optional: true, about: 'At the counter.' })
  readonly identification?: Identification | null;

  @TextField({ max: 100, optional: true, about: 'At the counter: of the receipt that was shown.' })
  readonly receiptNumber?: string | null;

  @TextField({ max: 50, optional: true, about: 'Of a representative.' })
  readonly powerOfAttorneyNumber?: string | null;

  @NestedField(() => EdsSignatureDto, { optional: true, about: 'On the portal: of the head of the provider.' })
  readonly eds?: EdsSignatureDto | null;
}

export class CorrectedDayDto {
  @ChoiceField(caseEventTypes, { about: 'The fact whose day was wrong.' })
  readonly fact!: CaseEvent['type'];

  @LocalDateField({ about: 'The right day.' })
  readonly is!: string;
}

export class CorrectRecordDto extends CommandBody {
  @TextField({ max: 200, about: 'What was wrong.', example: 'Day of registration' })
  readonly subject!: string;

  @TextField({ max: 2000 })
  readonly was!: string;

  @TextField({ max: 2000 })
  readonly is!: string;

  @TextField({ max: 2000 })
  readonly reason!: string;

  @NestedField(() => CorrectedDayDto, { optional: true, about: 'Where a day was wrong that duties are counted from.' })
  readonly date?: CorrectedDayDto | null;
}

/** Outside the Order (docs/law/rules.md, A25). */
export class WithdrawApplicationDto extends CommandBody {
  @TextField({ max: 2000 })
  readonly reason!: string;
}
