import { ApiSchema } from '@nestjs/swagger';
import {
  resultTakers,
  channels,
  identifications,
  resultKinds,
  caseEventTypes,
  type ResultTaker,
  type CaseEvent,
  type Channel,
  type Identification,
  type ResultKind,
} from '@app/domain';
import { LocalDateField } from '../http/fields/formats.js';
import { OnlyWhere, PlacedWhere } from '../http/fields/needed.js';
import { NestedField, NestedListField } from '../http/fields/nested.js';
import { TextField, ChoiceField } from '../http/fields/values.js';
import { CommandBody } from '../http/command.dto.js';
import { RightValueDto } from '../http/right-value.dto.js';
import { EdsSignatureDto, PowerOfAttorneyDto } from './person.dto.js';
import { words } from '../http/fields/words.js';

@ApiSchema({ description: 'A result of item 5, handed out at the counter or sent to the personal account (para 5).' })
export class IssueResultDto extends CommandBody {
  @ChoiceField(resultKinds, {
    about:
      'The document that is issued: REJECTION of the application, REFUSAL, DECISION to privatize, TRANSFER_DEED or AGREEMENT.',
  })
  readonly result!: ResultKind;

  @ChoiceField(channels, words.channel)
  readonly channel!: Channel;

  @ChoiceField(resultTakers, words.issuedTo)
  readonly issuedTo!: ResultTaker;

  @OnlyWhere('channel', ['STATE_CORPORATION'])
  @ChoiceField(identifications, {
    optional: true,
    about: 'The document by which the person is identified at the counter; absent on the portal.',
  })
  readonly identification?: Identification | null;

  @OnlyWhere('channel', ['STATE_CORPORATION'])
  @TextField({
    max: 100,
    optional: true,
    about: 'The number of the receipt that is shown at the counter; absent on the portal.',
  })
  readonly receiptNumber?: string | null;

  @PlacedWhere('issuedTo', ['REPRESENTATIVE'])
  @NestedField(() => PowerOfAttorneyDto, {
    optional: true,
    about: "A representative's power of attorney: number, date and notary; absent for the recipient.",
  })
  readonly powerOfAttorney?: PowerOfAttorneyDto | null;

  @OnlyWhere('channel', ['PORTAL'])
  @NestedField(() => EdsSignatureDto, {
    optional: true,
    about: 'The signature of the head of the provider on the portal; absent at the counter.',
  })
  readonly eds?: EdsSignatureDto | null;
}

@ApiSchema({ description: 'A day that was recorded wrongly.' })
export class CorrectedDayDto {
  @ChoiceField(caseEventTypes, { about: 'The event whose day was wrong.' })
  readonly fact!: CaseEvent['type'];

  @LocalDateField({ about: 'The right day.' })
  readonly is!: string;
}

@ApiSchema({ description: 'A correction of what was recorded wrongly.' })
export class CorrectRecordDto extends CommandBody {
  @TextField({ max: 200, example: 'Day of registration', about: 'What was wrong, in a few words.' })
  readonly subject!: string;

  @TextField({ max: 2000, optional: true, about: 'What was recorded, in words; absent where values or date say it.' })
  readonly was?: string | null;

  @TextField({ max: 2000, optional: true, about: 'What is right, in words; absent where values or date say it.' })
  readonly is?: string | null;

  @TextField({ max: 2000, about: 'Why it is corrected.' })
  readonly reason!: string;

  @NestedListField(() => RightValueDto, {
    max: 50,
    optional: true,
    about: 'The right value of each entry that was wrong; those that depend on each other together.',
  })
  readonly values?: RightValueDto[];

  @NestedField(() => CorrectedDayDto, {
    optional: true,
    about: 'The corrected day, where duties are counted from it. Absent: no such day is corrected.',
  })
  readonly date?: CorrectedDayDto | null;
}

@ApiSchema({ description: 'The applicant withdraws the application. The Order does not know this.' })
export class WithdrawApplicationDto extends CommandBody {
  @TextField({ max: 2000, about: 'Why it is withdrawn.' })
  readonly reason!: string;
}
