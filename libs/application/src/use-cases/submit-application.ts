import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v5 } from 'uuid';
import { type CaseCommand, oneSpelling, Refusal, type SubmitApplication as DomainSubmit } from '@app/domain';
import {
  type CommandContext,
  type CommandResult,
  EventsTooLarge,
  IdempotencyKeyReused,
  StaleRevision,
} from '@app/event-store';
import { actOf, type SaidIn } from '../act.js';
import { foreseenBeside } from '../dry-run.js';
import { CaseStreams } from '../case-streams.js';
import { type Claim, DwellingClaims } from '../dwelling-claims.js';
import { OfficeDirectory, OfficeNotYours, OfficeUnknown } from '../offices/office-directory.js';

/** An application as it is handed in: it names the office that it goes to. */
export type Application = Omit<SaidIn<CaseCommand, 'SubmitApplication'>, 'caseId' | 'office'> &
  Readonly<{ officeId: string }>;

/** Fixed for ever: another namespace would give a repeated submission another case. */
const namespace = '8f2f6f0e-6b1c-5c55-9d6e-2d2a54a7b0c1';

/** The id of the case that a submission makes: the same for a repeat of it, so that the repeat reaches the same stream. */
export const caseIdFor = ({ idempotencyKey }: CommandContext): string => v5(idempotencyKey, namespace);

/** Submits an application: a new case, with its claim on the dwelling (R-11 to R-16, paras 3 and 4). */
export class SubmitApplication extends Command<CommandResult> {
  constructor(
    readonly application: Application,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(SubmitApplication)
export class SubmitApplicationHandler implements ICommandHandler<SubmitApplication> {
  constructor(
    private readonly cases: CaseStreams,
    private readonly claims: DwellingClaims,
    private readonly offices: OfficeDirectory,
  ) {}

  /** Throws `OfficeUnknown`, `OfficeNotYours`, a `Refusal`, or what the pipeline throws. */
  async execute({ application, context }: SubmitApplication): Promise<CommandResult> {
    const { officeId, ...said } = application;
    if (context.office !== null && context.office !== officeId) throw new OfficeNotYours(officeId);
    const office = await this.offices.find(officeId);
    if (!office) throw new OfficeUnknown(officeId);

    const caseId = caseIdFor(context);
    const command = { type: 'SubmitApplication', ...said, caseId, office, ...actOf(context) } as const;
    const { application: submitted } = await this.cases.stateOf(caseId);
    return submitted === null ? this.begin(command, context) : this.cases.handle(caseId, command, context);
  }

  /** The claim comes before the case, and the decision before the claim, so that what is refused never touches the dwelling. */
  private async begin(command: DomainSubmit, context: CommandContext): Promise<CommandResult> {
    const { caseId, dwelling } = command;
    const { expectedRevision } = context;
    if (expectedRevision !== null) throw new StaleRevision(`case-${caseId}`, expectedRevision, -1);
    const claim = { dwellingId: dwelling.dwellingId, caseId, context };
    if (context.dryRun)
      return foreseenBeside(() => this.cases.handle(caseId, command, context), [await this.claims.refusalOf(claim)]);
    await this.cases.assertMayBegin(command);
    await this.claims.claim(claim);
    try {
      return await this.cases.handle(caseId, command, context);
    } catch (error) {
      if (nothingWasWritten(error)) await this.giveUp(claim);
      throw error;
    }
  }

  /** Unless the same key has made the case since. What cannot be released now is released by the reconciler. */
  private async giveUp(claim: Claim): Promise<void> {
    try {
      const { application } = await this.cases.stateOf(claim.caseId);
      if (!application || !isOneDwelling(application.dwellingId, claim.dwellingId)) await this.claims.release(claim);
    } catch {
      return;
    }
  }
}

const isOneDwelling = (one: string, other: string): boolean => oneSpelling(one) === oneSpelling(other);

const nothingWasWritten = (error: unknown): boolean =>
  error instanceof Refusal || error instanceof IdempotencyKeyReused || error instanceof EventsTooLarge;
