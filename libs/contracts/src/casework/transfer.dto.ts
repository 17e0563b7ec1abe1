import { ApiSchema } from '@nestjs/swagger';
import { deedApprovers, sides, type DeedApprover, type Side } from '@app/domain';
import { TextField, ChoiceField } from '../http/fields/values.js';
import { CommandBody } from '../http/command.dto.js';
import { words } from '../http/fields/words.js';

@ApiSchema({ description: 'The petition of the akim to the body for state property (para 9(3)).' })
export class SendPetitionDto extends CommandBody {
  @TextField({ max: 100, example: 'PET-2025-17', about: 'The number on the petition.' })
  readonly petitionNumber!: string;

  @TextField({ max: 200, about: 'The akim of the region, the city of republican significance or the capital.' })
  readonly akim!: string;
}

@ApiSchema({ description: 'The agreement of the body that runs the industry of the entity (para 9(3)).' })
export class GiveIndustryConsentDto extends CommandBody {
  @TextField({ max: 100, example: 'CON-2025-17', about: 'The number on the letter of agreement.' })
  readonly consentNumber!: string;

  @TextField({ max: 500, about: 'The body that agrees.' })
  readonly body!: string;
}

@ApiSchema({ description: 'The decision of the body for state property on the transfer (para 9(3)).' })
export class MakeStatePropertyDecisionDto extends CommandBody {
  @TextField({ max: 100, example: 'SPD-2025-17', about: 'The number on the decision.' })
  readonly decisionNumber!: string;

  @TextField({ max: 500, about: 'The body that decides.' })
  readonly body!: string;
}

@ApiSchema({ description: 'The signature of one side under the transfer deed (para 9).' })
export class SignTransferDeedDto extends CommandBody {
  @ChoiceField(sides, words.side)
  readonly side!: Side;

  @TextField({ max: 200, about: 'The official who signs for that side.' })
  readonly signedBy!: string;
}

@ApiSchema({ description: 'The approval of the transfer deed for one side (para 9).' })
export class ApproveTransferDeedDto extends CommandBody {
  @ChoiceField(sides, words.side)
  readonly side!: Side;

  @ChoiceField(Object.values(deedApprovers).flat(), {
    about:
      'The office that approves. STATE_PROPERTY_TERRITORIAL_HEAD and NATIONAL_BANK_DEPUTY_CHAIRMAN approve for the transferring side, the others for the receiving side.',
  })
  readonly approver!: DeedApprover;

  @TextField({ max: 200, about: 'The person in that office.' })
  readonly approvedBy!: string;
}

@ApiSchema({ description: 'The registration of the communal title (para 9).' })
export class RecordTitleRegistrationDto extends CommandBody {
  @TextField({ max: 100, example: 'TTL-2025-17', about: 'The number of the entry in the register of rights.' })
  readonly registrationNumber!: string;
}
