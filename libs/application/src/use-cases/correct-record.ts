import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CaseEvent, LocalDate } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseStreams } from '../case-streams.js';

/** Corrects what was recorded wrongly, with a reason; nothing is overwritten. */
export class CorrectRecord extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly correction: Readonly<{
      subject: string;
      was: string;
      is: string;
      reason: string;
      date?: Readonly<{ fact: CaseEvent['type']; is: LocalDate }> | null;
    }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(CorrectRecord)
export class CorrectRecordHandler implements ICommandHandler<CorrectRecord> {
  constructor(private readonly cases: CaseStreams) {}

  execute({ caseId, correction, context }: CorrectRecord): Promise<CommandResult> {
    const { subject, was, is, reason, date } = correction;
    return this.cases.handle(
      caseId,
      { type: 'CorrectRecord', ...actOf(context), subject, was, is, reason, date: date ?? null },
      context,
    );
  }
}
