import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type StateRegister, subjectOf } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseStreams } from '../case-streams.js';
import { notAsked, StateRegisters } from '../registers/state-registers.js';

/** Asks a state register about a person of the case and records what it answered, an outage too (R-26a, R-69; para 5, item 8). */
export class AskStateRegister extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly question: Readonly<{ register: StateRegister; subjectIin: string }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AskStateRegister)
export class AskStateRegisterHandler implements ICommandHandler<AskStateRegister> {
  constructor(
    private readonly cases: CaseStreams,
    private readonly registers: StateRegisters,
  ) {}

  /** Nobody outside is asked about a case that is not the caller's, nor about a stranger. Throws what every command on a case throws. */
  async execute({ caseId, question, context }: AskStateRegister): Promise<CommandResult> {
    const { register, subjectIin } = question;
    const { state } = await this.cases.seenBy(context.office, caseId);
    subjectOf({ iin: subjectIin, field: 'subjectIin', at: context.effectiveAt }, state, await this.cases.settings());
    const answer = context.dryRun ? notAsked : await this.registers.ask(register, subjectIin);
    return this.cases.handle(
      caseId,
      { type: 'RecordStateData', register, subjectIin, ...answer, ...actOf(context) },
      context,
    );
  }
}
