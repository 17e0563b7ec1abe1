import {
  media,
  addressees,
  complaintOutcomes,
  effectKinds,
  extensionGrounds,
  type Addressee,
  type ComplaintOutcome,
  type EffectKind,
  type ExtensionGround,
  type Medium,
} from '@app/domain';
import { CommandBody } from '../http/command-body.js';
import { NestedField } from '../http/fields/nested.js';
import { TextField } from '../http/fields/text.js';
import { ChoiceField, FlagField, WholeNumberField } from '../http/fields/values.js';

/** What is recorded for the body that considers the complaint. */
class ActForBody extends CommandBody {
  @ChoiceField(addressees, { about: 'For which body this is recorded: the one that the complaint is addressed to.' })
  readonly actingFor!: Addressee;
}

export class ForwardComplaintDto extends CommandBody {
  @TextField({ max: 100, example: 'F-2025-17' })
  readonly forwardingNumber!: string;
}

export class AdoptFavourableActDto extends CommandBody {
  @TextField({ max: 2_000, about: 'The act adopted or the action done, in words.' })
  readonly act!: string;

  @FlagField({ about: 'Whether it meets the demands in full; in part it lifts no duty.' })
  readonly fully!: boolean;
}

export class RegisterComplaintDto extends ActForBody {
  @TextField({ max: 100, example: 'C-2025-17' })
  readonly registrationNumber!: string;
}

export class ExtendComplaintTermDto extends ActForBody {
  @ChoiceField(extensionGrounds)
  readonly ground!: ExtensionGround;

  @WholeNumberField({ min: 1, max: 1_000, about: 'Added to the due date; paragraph 14 allows ten.', example: 10 })
  readonly workingDays!: number;

  @TextField({ max: 10_000, optional: true, about: 'Paragraph 14 asks for them.' })
  readonly reasons?: string | null;
}

export class SendExtensionNoticeDto extends ActForBody {
  @TextField({ max: 100, example: 'N-2025-17' })
  readonly noticeNumber!: string;

  @ChoiceField(media, { about: 'That of the complaint.' })
  readonly medium!: Medium;
}

/** What follows for the case. */
export class ComplaintEffectDto {
  @ChoiceField(effectKinds)
  readonly kind!: EffectKind;

  @TextField({ max: 10_000, example: 'The commission decides anew' })
  readonly description!: string;
}

export class DecideComplaintDto extends ActForBody {
  @ChoiceField(complaintOutcomes)
  readonly outcome!: ComplaintOutcome;

  @TextField({ max: 10_000, optional: true, about: 'A decision gives them.' })
  readonly reasons?: string | null;

  @NestedField(() => ComplaintEffectDto, { optional: true, about: 'On the case; none where it is dismissed.' })
  readonly effect?: ComplaintEffectDto | null;
}

export class FileCourtAppealDto extends CommandBody {
  @TextField({ max: 300 })
  readonly court!: string;

  @TextField({ max: 100, example: 'A-2025-17' })
  readonly appealNumber!: string;

  @TextField({ max: 500, optional: true, about: 'The law that allows it before the complaint was decided.' })
  readonly lawReference?: string | null;
}

export class RecordCourtRulingDto extends CommandBody {
  @TextField({ max: 100, example: 'CR-2025-17' })
  readonly rulingNumber!: string;

  @ChoiceField(complaintOutcomes)
  readonly outcome!: ComplaintOutcome;

  @TextField({ max: 10_000, about: 'In words that name no person.' })
  readonly summary!: string;

  @NestedField(() => ComplaintEffectDto, { optional: true, about: 'On the case.' })
  readonly effect?: ComplaintEffectDto | null;
}
