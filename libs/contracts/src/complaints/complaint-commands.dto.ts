import { ApiSchema } from '@nestjs/swagger';
import {
  media,
  addressees,
  contestedKinds,
  lodgings,
  complaintOutcomes,
  effectKinds,
  extensionGrounds,
  orderCauses,
  type Addressee,
  type ContestedKind,
  type LodgedWith,
  type Medium,
  type ComplaintOutcome,
  type EffectKind,
  type ExtensionGround,
  type OrderCause,
} from '@app/domain';
import { CommandBody } from '../http/command.dto.js';
import { IinField, KeyField, LocalDateField } from '../http/fields/formats.js';
import { Needed, NeededWhere, OnlyWhere } from '../http/fields/needed.js';
import { NestedField, NestedListField } from '../http/fields/nested.js';
import { TextField, ChoiceField, FlagField, WholeNumberField } from '../http/fields/values.js';
import { words } from '../http/fields/words.js';
import { RightValueDto } from '../http/right-value.dto.js';

@ApiSchema({ description: 'The person who complains (APPC 93).' })
export class ComplainantDto {
  @IinField({ about: 'The individual identification number (IIN), twelve digits.' })
  readonly iin!: string;

  @TextField({ max: 200, example: 'Testova Aigerim', about: 'Surname, name, and patronymic if there is one.' })
  readonly fullName!: string;

  @TextField({ max: 500, example: 'Almaty, Test street 1, apt. 2', about: 'The postal address.' })
  readonly address!: string;
}

@ApiSchema({ description: 'The decision, action or inaction that is complained of.' })
export class ContestedDto {
  @ChoiceField(contestedKinds, words.contested)
  readonly kind!: ContestedKind;

  @TextField({
    max: 2_000,
    example: 'No decision was made in thirty days',
    about: 'What is complained of, in words that name no person.',
  })
  readonly what!: string;

  @OnlyWhere('kind', ['DECISION', 'ACTION'])
  @LocalDateField({ optional: true, about: 'The day of the decision or action; absent for an inaction.' })
  readonly on?: string | null;

  @OnlyWhere('kind', ['INACTION'])
  @KeyField({
    optional: true,
    example: 'R-27',
    about: 'The rule of the duty that was not kept, for an inaction; absent otherwise.',
  })
  readonly rule?: string | null;
}

@ApiSchema({ description: 'A complaint against a decision, action or inaction of the provider (para 12).' })
export class FileComplaintDto extends CommandBody {
  @KeyField(words.caseId)
  readonly caseId!: string;

  @ChoiceField(addressees, words.addressee)
  readonly addressee!: Addressee;

  @ChoiceField(lodgings, words.lodgedWith)
  readonly lodgedWith!: LodgedWith;

  @ChoiceField(media, {
    about: 'Whether the complaint is electronic or on paper. An extension is told in the same medium.',
  })
  readonly medium!: Medium;

  @NestedField(() => ComplainantDto, { about: 'The person who complains.' })
  readonly complainant!: ComplainantDto;

  @NestedField(() => ContestedDto, { about: 'What is complained of.' })
  readonly contested!: ContestedDto;

  @LocalDateField({
    about: 'The day on which the complainant learned of it. More than three months later the complaint bears a notice.',
  })
  readonly learnedOn!: string;

  @TextField({
    max: 10_000,
    example: 'That the commission decide',
    about: 'What the complainant asks for, in words that name no person.',
  })
  readonly demands!: string;
}

/** What is recorded for the body that considers the complaint. */
class ActForBody extends CommandBody {
  @ChoiceField(addressees, {
    about: 'The body for which this is recorded: the one that the complaint is addressed to.',
  })
  readonly actingFor!: Addressee;
}

@ApiSchema({ description: 'The complaint is sent on to the body that considers it (para 12).' })
export class ForwardComplaintDto extends CommandBody {
  @TextField({ max: 100, example: 'F-2025-17', about: 'The number on the letter.' })
  readonly forwardingNumber!: string;
}

@ApiSchema({ description: 'The provider meets the demands before sending the complaint on (para 12).' })
export class AdoptFavourableActDto extends CommandBody {
  @TextField({ max: 2_000, about: 'The act adopted or the action done, in words.' })
  readonly act!: string;

  @FlagField({ about: 'True where it meets the demands in full. In part, it ends no duty.' })
  readonly fully!: boolean;
}

@ApiSchema({ description: 'The registration of the complaint by the body that considers it (para 13).' })
export class RegisterComplaintDto extends ActForBody {
  @TextField({ max: 100, example: 'C-2025-17', about: 'The number under which the complaint is registered.' })
  readonly registrationNumber!: string;
}

@ApiSchema({ description: 'The extension of the term to decide (para 14).' })
export class ExtendComplaintTermDto extends ActForBody {
  @ChoiceField(extensionGrounds, words.extensionGround)
  readonly ground!: ExtensionGround;

  @WholeNumberField({
    min: 1,
    max: 1_000,
    example: 10,
    about: 'The working days to add to the due date; paragraph 14 allows ten.',
  })
  readonly workingDays!: number;

  @Needed()
  @TextField({
    max: 10_000,
    optional: true,
    about: 'Why the term is extended. Paragraph 14 asks for reasons: absent ones are refused.',
  })
  readonly reasons?: string | null;
}

@ApiSchema({ description: 'The complainant is told of the extension (para 14).' })
export class SendExtensionNoticeDto extends ActForBody {
  @TextField({ max: 100, example: 'N-2025-17', about: 'The number on the notice.' })
  readonly noticeNumber!: string;

  @ChoiceField(media, { about: 'The medium of the notice; it must be that of the complaint.' })
  readonly medium!: Medium;
}

@ApiSchema({ description: 'What follows from a decision for the case.' })
export class ComplaintEffectDto {
  @ChoiceField(effectKinds, words.effect)
  readonly kind!: EffectKind;

  @TextField({ max: 10_000, example: 'The commission decides anew', about: 'What is to be done, in words.' })
  readonly description!: string;

  @OnlyWhere('kind', ['DECIDE_ANEW'])
  @LocalDateField({
    optional: true,
    about:
      'The day by which the case is decided anew: with DECIDE_ANEW alone, and then never absent. Null in decisions made before it was asked for.',
  })
  readonly carryOutBy?: string | null;
}

@ApiSchema({ description: 'The decision on the complaint (para 13).' })
export class DecideComplaintDto extends ActForBody {
  @ChoiceField(complaintOutcomes, words.complaintOutcome)
  readonly outcome!: ComplaintOutcome;

  @Needed()
  @TextField({
    max: 10_000,
    optional: true,
    about: 'Why it is decided so. A decision needs reasons: absent ones are refused.',
  })
  readonly reasons?: string | null;

  @NeededWhere('outcome', ['SATISFIED', 'PARTLY_SATISFIED'])
  @NestedField(() => ComplaintEffectDto, {
    optional: true,
    about: 'What follows for the case; absent where the complaint is dismissed.',
  })
  readonly effect?: ComplaintEffectDto | null;
}

@ApiSchema({ description: 'An appeal to a court (para 15).' })
export class FileCourtAppealDto extends CommandBody {
  @TextField({ max: 300, about: 'The court appealed to.' })
  readonly court!: string;

  @TextField({ max: 100, example: 'A-2025-17', about: 'The number of the appeal.' })
  readonly appealNumber!: string;

  @TextField({
    max: 500,
    optional: true,
    about: 'The law that allows an appeal before the complaint is decided; absent after the decision.',
  })
  readonly lawReference?: string | null;
}

@ApiSchema({ description: 'The ruling of a court (para 15).' })
export class RecordCourtRulingDto extends CommandBody {
  @TextField({ max: 100, example: 'CR-2025-17', about: 'The number of the ruling.' })
  readonly rulingNumber!: string;

  @ChoiceField(complaintOutcomes, words.complaintOutcome)
  readonly outcome!: ComplaintOutcome;

  @TextField({ max: 10_000, about: 'The ruling in words that name no person.' })
  readonly summary!: string;

  @NestedField(() => ComplaintEffectDto, { optional: true, about: 'What follows for the case. Absent: nothing.' })
  readonly effect?: ComplaintEffectDto | null;
}

@ApiSchema({ description: 'The day by which a case is decided anew, where the order to do so named none (para 12).' })
export class SetCarryOutDayDto extends ActForBody {
  @ChoiceField(orderCauses, {
    about: 'Which order: COMPLAINT, the decision on the complaint; COURT, the last ruling that orders it.',
  })
  readonly cause!: OrderCause;

  @LocalDateField({ about: 'The day by which the case is decided anew; later than the day on which it is named.' })
  readonly carryOutBy!: string;

  @TextField({ max: 2_000, about: 'Why it is this day, in words that name no person.' })
  readonly reason!: string;
}

@ApiSchema({ description: 'A correction of what was recorded wrongly of a complaint.' })
export class CorrectComplaintDto extends ActForBody {
  @TextField({ max: 200, example: 'Day of registration', about: 'What was wrong, in a few words.' })
  readonly subject!: string;

  @TextField({ max: 2_000, about: 'Why it is corrected.' })
  readonly reason!: string;

  @NestedListField(() => RightValueDto, {
    max: 50,
    about: 'The right value of each entry that was wrong; those that depend on each other together.',
  })
  readonly values!: RightValueDto[];
}
