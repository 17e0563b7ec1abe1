import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseStreams } from '../case-streams.js';

/** Records that the body of the industry agrees to the transfer (R-54a, para 9(3)). */
export class GiveIndustryConsent extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly consent: Readonly<{ consentNumber: string; body: string }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(GiveIndustryConsent)
export class GiveIndustryConsentHandler implements ICommandHandler<GiveIndustryConsent> {
  constructor(private readonly cases: CaseStreams) {}

  execute({ caseId, consent, context }: GiveIndustryConsent): Promise<CommandResult> {
    const { consentNumber, body } = consent;
    return this.cases.handle(caseId, { type: 'GiveIndustryConsent', ...actOf(context), consentNumber, body }, context);
  }
}
