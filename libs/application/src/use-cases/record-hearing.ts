import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { HearingMinutes } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseStreams } from '../case-streams.js';

/** Minutes as told; `essentialFacts` is left out where the participant asked for nothing to be entered. */
type MinutesInput = Readonly<Omit<HearingMinutes, 'essentialFacts'> & { essentialFacts?: string | null }>;

/** Records the hearing with its minutes, or that the recipient did not come (R-79, para 10). */
export class RecordHearing extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly hearing: Readonly<{ appeared: boolean; minutes?: MinutesInput | null; note?: string | null }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordHearing)
export class RecordHearingHandler implements ICommandHandler<RecordHearing> {
  constructor(private readonly cases: CaseStreams) {}

  execute({ caseId, hearing, context }: RecordHearing): Promise<CommandResult> {
    const { appeared, minutes, note } = hearing;
    return this.cases.handle(
      caseId,
      {
        type: 'RecordHearing',
        ...actOf(context),
        appeared,
        minutes: minutes ? { ...minutes, essentialFacts: minutes.essentialFacts ?? null } : null,
        note: note ?? null,
      },
      context,
    );
  }
}
