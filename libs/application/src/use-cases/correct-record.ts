import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CaseState, type LaterCommand, oneSpelling } from '@app/domain';
import { isErased, type CommandContext, type CommandResult } from '@app/event-store';
import { actOf, type SaidIn } from '../act.js';
import { CaseStreams } from '../case-streams.js';
import { RegistrationNumbers } from '../registration/registration-numbers.js';

/** Sets a record right; a registration number becomes one that no other application of the office has (R-10, para 2; A29). */
export class CorrectRecord extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly correction: SaidIn<LaterCommand, 'CorrectRecord'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(CorrectRecord)
export class CorrectRecordHandler implements ICommandHandler<CorrectRecord> {
  constructor(
    private readonly cases: CaseStreams,
    private readonly numbers: RegistrationNumbers,
  ) {}

  /** Throws `CaseNotFound`, a `Refusal`, or what the pipeline throws. */
  async execute({ caseId, correction, context }: CorrectRecord): Promise<CommandResult> {
    const command = { type: 'CorrectRecord', ...correction, ...actOf(context) } as const;
    const carryOut = () => this.cases.handle(caseId, command, context);
    const state = await this.cases.stateOf(caseId);
    const number = numberSaid(correction, state);
    if (number === null || state.application === null) return carryOut();
    if (!context.dryRun) await this.cases.assertMay(caseId, command, context);
    const claim = { officeId: state.application.officeId, number, caseId, context };
    return this.numbers.during(claim, carryOut);
  }
}

/** The registration number that a correction gives a case; null where it gives none, or the case has it already. */
const numberSaid = (
  { values }: CorrectRecord['correction'],
  { history, registrationNumber }: CaseState,
): string | null => {
  const isRegistration = (of: number): boolean =>
    history.some(({ event, revision }) => revision === of && event.type === 'ApplicationRegistered');
  const said = values.find(({ revision, field }) => field === 'registrationNumber' && isRegistration(revision));
  if (said === undefined || registrationNumber === null || isErased(registrationNumber)) return null;
  return oneSpelling(said.is) === oneSpelling(registrationNumber) ? null : said.is;
};
