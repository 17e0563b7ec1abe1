import { verdicts, commissionKinds, refusalGrounds } from '@app/domain';
import { CommissionMemberDto, VoteDto } from '../commission.dto.js';
import { EdsSignatureDto } from '../eds-signature.dto.js';
import { HearingPlanDto } from '../refusal.dto.js';
import {
  Shown,
  ShownChoice,
  ShownDate,
  ShownFlag,
  ShownInstant,
  ShownList,
  ShownMoney,
  ShownNumber,
  ShownText,
  ShownTexts,
} from '../../http/fields/shown.js';
import { FactDto } from './fact.dto.js';

export class ComplianceDto extends FactDto {
  @ShownTexts({ about: 'What the commission should know.' })
  readonly findings!: readonly string[];

  @ShownText()
  readonly examinedBy!: string;
}

/** A part of a whole: so many of so many. */
export class PartDto {
  @ShownNumber({ example: 1 })
  readonly parts!: number;

  @ShownNumber({ example: 2 })
  readonly of!: number;
}

/** How a commission votes: set by the provider's regulation, not by the Order. */
export class CommissionRulesDto {
  @ShownNumber()
  readonly minMembers!: number;

  @Shown(() => PartDto, { about: 'More than this part of all members must take part.' })
  readonly quorumAbove!: PartDto;

  @Shown(() => PartDto, { about: 'More than this part of the votes for and against must be for.' })
  readonly majorityAbove!: PartDto;

  @ShownFlag({ about: "Whether the chair's vote decides a tie." })
  readonly chairCastingVote!: boolean;

  @ShownFlag()
  readonly abstentionAllowed!: boolean;
}

export class CommissionDto extends FactDto {
  @ShownChoice(commissionKinds)
  readonly kind!: string;

  @ShownList(() => CommissionMemberDto)
  readonly members!: readonly CommissionMemberDto[];

  @ShownText()
  readonly chairId!: string;

  @ShownText()
  readonly secretaryId!: string;

  @Shown(() => CommissionRulesDto)
  readonly rules!: CommissionRulesDto;
}

export class PreliminaryRefusalDto extends FactDto {
  @ShownChoice(refusalGrounds)
  readonly ground!: string;

  @ShownText()
  readonly facts!: string;

  @ShownText()
  readonly reasons!: string;

  @ShownDate()
  readonly notifiedOn!: string;

  @ShownInstant({ about: 'When the notice reached the recipient.' })
  readonly receivedAt!: string;

  @ShownDate()
  readonly receivedOn!: string;

  @ShownDate({ about: 'The last day for objections.' })
  readonly objectionsUntil!: string;

  @ShownDate({ about: 'The first day on which the act may be adopted.' })
  readonly actNotBefore!: string;
}

export class ScheduledHearingDto extends FactDto {
  @Shown(() => HearingPlanDto)
  readonly hearing!: HearingPlanDto;
}

export class PriceBasisShownDto {
  @ShownMoney()
  readonly residualValue!: string;

  @ShownDate()
  readonly valuationDate!: string;

  @ShownText()
  readonly valuationDocumentId!: string;

  @ShownText()
  readonly determinedBy!: string;
}

export class CommissionDecisionDto extends FactDto {
  @ShownChoice(verdicts)
  readonly outcome!: string;

  @ShownDate()
  readonly decidedOn!: string;

  @ShownList(() => VoteDto, { about: 'Who voted how.' })
  readonly votes!: readonly VoteDto[];

  @ShownText({ optional: true })
  readonly ground!: string | null;

  @ShownText({ optional: true })
  readonly facts!: string | null;

  @ShownText({ optional: true })
  readonly reasons!: string | null;

  @Shown(() => PriceBasisShownDto, { optional: true })
  readonly priceBasis!: PriceBasisShownDto | null;
}

export class DecisionSignatureDto extends FactDto {
  @ShownText()
  readonly decisionNumber!: string;

  @Shown(() => EdsSignatureDto)
  readonly eds!: EdsSignatureDto;

  @ShownDate()
  readonly signedOn!: string;

  @ShownText()
  readonly signedBy!: string;
}
