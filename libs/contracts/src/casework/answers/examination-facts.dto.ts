import { ApiSchema } from '@nestjs/swagger';
import { verdicts, commissionKinds, refusalGrounds } from '@app/domain';
import { CommissionMemberDto, PriceBasisDto, VoteDto } from '../commission.dto.js';
import { EdsSignatureDto } from '../person.dto.js';
import { HearingPlanDto } from '../refusal.dto.js';
import {
  Shown,
  ShownChoice,
  ShownDate,
  ShownFlag,
  ShownInstant,
  ShownList,
  ShownNumber,
  ShownText,
  ShownTexts,
} from '../../http/fields/shown.js';
import { PendingDto } from './derivation.dto.js';
import { FactDto } from './filing-facts.dto.js';
import { words } from '../../http/fields/words.js';

@ApiSchema({ description: 'The examination against the Law, the Decree and the Rules (para 9).' })
export class ComplianceDto extends FactDto {
  @ShownTexts({ about: 'What the commission should know, one finding an entry.' })
  readonly findings!: readonly string[];

  @ShownText({ about: 'The person who examined the case: the subject of their token.' })
  readonly examinedBy!: string;
}

@ApiSchema({ description: 'A fraction, such as 1 of 2.' })
export class PartDto {
  @ShownNumber({ example: 1, about: 'The numerator.' })
  readonly parts!: number;

  @ShownNumber({ example: 2, about: 'The denominator.' })
  readonly of!: number;
}

@ApiSchema({ description: "How a commission votes. The provider's regulation sets this, not the Order." })
export class CommissionRulesDto {
  @ShownNumber({ about: 'The least number of members.' })
  readonly minMembers!: number;

  @Shown(() => PartDto, { about: 'More than this part of all members must take part.' })
  readonly quorumAbove!: PartDto;

  @Shown(() => PartDto, { about: 'More than this part of the votes for and against must be for.' })
  readonly majorityAbove!: PartDto;

  @ShownFlag({ about: 'True where the vote of the chair decides a tie.' })
  readonly chairCastingVote!: boolean;

  @ShownFlag({ about: 'True where a member may abstain.' })
  readonly abstentionAllowed!: boolean;
}

@ApiSchema({ description: 'The housing commission of the case (para 9).' })
export class CommissionDto extends FactDto {
  @ShownChoice(commissionKinds, { about: 'The body that formed it.' })
  readonly kind!: string;

  @ShownList(() => CommissionMemberDto, { about: 'Everybody who sits in it.' })
  readonly members!: readonly CommissionMemberDto[];

  @ShownText({ about: 'The `memberId` of the chair.' })
  readonly chairId!: string;

  @ShownText({ about: 'The `memberId` of the secretary.' })
  readonly secretaryId!: string;

  @Shown(() => CommissionRulesDto)
  readonly rules!: CommissionRulesDto;

  @ShownText({
    optional: true,
    about: 'Why it was formed anew; null the first time, and for roles that do not need it.',
  })
  readonly reason!: string | null;

  @ShownText({ optional: true, about: 'A notice where the chair is the secretary as well; else null.' })
  readonly chairNotice!: string | null;
}

@ApiSchema({ description: 'The preliminary decision to refuse (para 10).' })
export class PreliminaryRefusalDto extends FactDto {
  @ShownChoice(refusalGrounds, words.ground)
  readonly ground!: string;

  @ShownText({ about: 'The facts that the refusal rests on.' })
  readonly facts!: string;

  @ShownText({ about: 'Why these facts lead to a refusal.' })
  readonly reasons!: string;

  @ShownDate({ about: 'The day on which the notice was sent.' })
  readonly notifiedOn!: string;

  @ShownInstant({ about: 'The instant at which the notice reached the recipient.' })
  readonly receivedAt!: string;

  @ShownDate({ about: 'The day on which the notice reached the recipient.' })
  readonly receivedOn!: string;

  @ShownDate({ optional: true, about: 'The last day for objections; null while it is pending.' })
  readonly objectionsUntil!: string | null;

  @ShownDate({ optional: true, about: 'The first day on which the commission may decide; null while it is pending.' })
  readonly actNotBefore!: string | null;

  @Shown(() => PendingDto, words.pending)
  readonly pending!: PendingDto | null;
}

@ApiSchema({ description: 'The hearing, as it was announced (para 10).' })
export class ScheduledHearingDto extends FactDto {
  @Shown(() => HearingPlanDto, { about: 'The time and place of the hearing.' })
  readonly hearing!: HearingPlanDto;
}

@ApiSchema({ description: 'What the commission decided (para 9).' })
export class CommissionDecisionDto extends FactDto {
  @ShownChoice(verdicts, { about: 'Whether the dwelling is privatized or the application refused.' })
  readonly outcome!: string;

  @ShownDate({ about: 'The day of the decision.' })
  readonly decidedOn!: string;

  @ShownList(() => VoteDto, { about: 'How each member voted.' })
  readonly votes!: readonly VoteDto[];

  @ShownText({
    optional: true,
    about: 'The ground of a refusal, in item 9 of the Standard; null for a decision to privatize.',
  })
  readonly ground!: string | null;

  @ShownText({ optional: true, about: 'The facts that a refusal rests on; null for a decision to privatize.' })
  readonly facts!: string | null;

  @ShownText({ optional: true, about: 'Why these facts lead to a refusal; null for a decision to privatize.' })
  readonly reasons!: string | null;

  @Shown(() => PriceBasisDto, {
    optional: true,
    about: 'The valuation that the price rests on; null for a refusal and for a free transfer.',
  })
  readonly priceBasis!: PriceBasisDto | null;
}

@ApiSchema({ description: 'The signature under the decision (para 9).' })
export class DecisionSignatureDto extends FactDto {
  @ShownText({ about: 'The number under which the decision was registered.' })
  readonly decisionNumber!: string;

  @Shown(() => EdsSignatureDto, { about: 'The electronic signature of the person who signed.' })
  readonly eds!: EdsSignatureDto;

  @ShownText(words.edsNotice)
  readonly edsNotice!: string | null;

  @ShownDate({ about: 'The day on which it was signed.' })
  readonly signedOn!: string;

  @ShownText({ about: 'The person who signed: the subject of their token.' })
  readonly signedBy!: string;
}
