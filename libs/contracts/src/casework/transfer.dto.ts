import { deedApprovers, sides, type DeedApprover, type Side } from '@app/domain';
import { TextField } from '../http/fields/text.js';
import { ChoiceField } from '../http/fields/values.js';
import { CommandBody } from '../http/command-body.js';

/** The akim's petition to the body for state property (para 9(3)). */
export class SendPetitionDto extends CommandBody {
  @TextField({ max: 100, example: 'PET-2025-17' })
  readonly petitionNumber!: string;

  @TextField({ max: 200, about: 'Of the region, the city of republican significance or the capital.' })
  readonly akim!: string;
}

/** The agreement of the body that runs the industry of the entity (para 9(3)). */
export class GiveIndustryConsentDto extends CommandBody {
  @TextField({ max: 100, example: 'CON-2025-17' })
  readonly consentNumber!: string;

  @TextField({ max: 500, about: 'The body that agrees.' })
  readonly body!: string;
}

/** The decision of the body for state property on the transfer (para 9(3)). */
export class MakeStatePropertyDecisionDto extends CommandBody {
  @TextField({ max: 100, example: 'SPD-2025-17' })
  readonly decisionNumber!: string;

  @TextField({ max: 500, about: 'The body that decides.' })
  readonly body!: string;
}

export class SignTransferDeedDto extends CommandBody {
  @ChoiceField(sides)
  readonly side!: Side;

  @TextField({ max: 200, about: 'The authorized official.' })
  readonly signedBy!: string;
}

export class ApproveTransferDeedDto extends CommandBody {
  @ChoiceField(sides)
  readonly side!: Side;

  @ChoiceField(Object.values(deedApprovers).flat(), {
    about: 'The office that approves: the first two for the transferring side.',
  })
  readonly approver!: DeedApprover;

  @TextField({ max: 200, about: 'The person in that office.' })
  readonly approvedBy!: string;
}

export class RecordTitleRegistrationDto extends CommandBody {
  @TextField({ max: 100, example: 'TTL-2025-17' })
  readonly registrationNumber!: string;
}
