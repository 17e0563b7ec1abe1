import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { LocalDate } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseStreams } from '../case-streams.js';

/** Records registered rights and technical characteristics of the dwelling (R-47, para 9). */
export class RecordRightsInformation extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly information: Readonly<{
      source: string;
      encumbrances: readonly string[];
      technicalCharacteristics: string;
      receivedOn: LocalDate;
    }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordRightsInformation)
export class RecordRightsInformationHandler implements ICommandHandler<RecordRightsInformation> {
  constructor(private readonly cases: CaseStreams) {}

  execute({ caseId, information, context }: RecordRightsInformation): Promise<CommandResult> {
    const { source, encumbrances, technicalCharacteristics, receivedOn } = information;
    return this.cases.handle(
      caseId,
      {
        type: 'RecordRightsInformation',
        ...actOf(context),
        source,
        encumbrances,
        technicalCharacteristics,
        receivedOn,
      },
      context,
    );
  }
}
