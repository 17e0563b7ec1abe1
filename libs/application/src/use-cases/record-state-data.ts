import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { RegisterOutcome, StateRegister } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseStreams } from '../case-streams.js';

/** Records what a state register answered about a member of the family; an outage is an answer of its own (R-69, item 8). */
export class RecordStateData extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly answer: Readonly<{
      register: StateRegister;
      subjectIin: string;
      outcome: RegisterOutcome;
      summary?: string | null;
    }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordStateData)
export class RecordStateDataHandler implements ICommandHandler<RecordStateData> {
  constructor(private readonly cases: CaseStreams) {}

  execute({ caseId, answer, context }: RecordStateData): Promise<CommandResult> {
    const { register, subjectIin, outcome, summary } = answer;
    return this.cases.handle(
      caseId,
      { type: 'RecordStateData', ...actOf(context), register, subjectIin, outcome, summary: summary ?? null },
      context,
    );
  }
}
