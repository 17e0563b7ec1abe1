import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type RegisterAnswer, stateRegisters } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseStreams } from '../case-streams.js';
import { notAsked, StateRegisters } from '../registers/state-registers.js';

/** Asks every state register about every person of a case and records what they answered, an outage too (R-69, item 8). */
export class AskAboutFamily extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    // Nothing is said: the case names its people.
    readonly question: Readonly<Record<never, never>>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AskAboutFamily)
export class AskAboutFamilyHandler implements ICommandHandler<AskAboutFamily> {
  constructor(
    private readonly cases: CaseStreams,
    private readonly registers: StateRegisters,
  ) {}

  /** Nobody outside is asked about a case that is not the caller's. Throws what every command on a case throws. */
  async execute({ caseId, context }: AskAboutFamily): Promise<CommandResult> {
    const { state } = await this.cases.seenBy(context.office, caseId);
    const answers: RegisterAnswer[] = [];
    for (const subjectIin of state.people) answers.push(...(await this.#answersAbout(subjectIin, context)));
    return this.cases.handle(caseId, { type: 'RecordFamilyData', answers, ...actOf(context) }, context);
  }

  #answersAbout(subjectIin: string, { dryRun }: CommandContext): Promise<RegisterAnswer[]> {
    return Promise.all(
      stateRegisters.map(async (register) => ({
        register,
        subjectIin,
        ...(dryRun ? notAsked : await this.registers.ask(register, subjectIin)),
      })),
    );
  }
}
