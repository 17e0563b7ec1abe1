import { Injectable } from '@nestjs/common';
import {
  caseDecider,
  createCaseDecider,
  isSubmitted,
  knownDutiesOf,
  type Refusal,
  stageOf,
  type Calendars,
  type CaseCommand,
  type CaseEvent,
  type CaseSettings,
  type CaseState,
  type Decider,
  type KnownCase,
  type SubmittedCase,
} from '@app/domain';
import { CommandPipeline, type CommandContext, type CommandResult, StaleRevision } from '@app/event-store';
import { CalendarBook } from './calendar/calendar-book.js';
import { foresee, foreseenBeside, type Foreseen } from './dry-run.js';
import { claimDwelling, refusalOfClaim } from './dwelling-streams.js';
import { InstallationSettings } from './installation-settings.js';

/** There is no such case, or it belongs to another office than the one that asks: the two are not told apart. */
export class CaseNotFound extends Error {
  override readonly name = 'CaseNotFound';
  constructor(readonly caseId: string) {
    super(`there is no case ${caseId}`);
  }
}

/** The streams of cases: each command goes to the stream of its case, and only for the office that the case belongs to. */
@Injectable()
export class CaseStreams {
  #decisions: Decisions | null = null;

  constructor(
    private readonly pipeline: CommandPipeline,
    private readonly book: CalendarBook,
    private readonly installation: InstallationSettings,
  ) {}

  /** What decisions rest on now: the calendar as it is known. Throws what the calendar book throws. */
  async settings(): Promise<CaseSettings> {
    return (await this.#now()).settings;
  }

  /** Throws the `Refusal` of a command that would begin a case, without carrying it out; or what the calendar book throws. */
  async assertMayBegin(command: CaseCommand): Promise<void> {
    (await this.#now()).cases.decide(command, caseDecider.initial);
  }

  /** Throws `CaseNotFound` or the `Refusal` of a command to a case, without carrying it out; or what the pipeline throws. */
  async assertMay(caseId: string, command: CaseCommand, { office }: CommandContext): Promise<void> {
    const { ofOneOffice: decider } = await this.#now();
    const { state } = await this.pipeline.load(streamOf(caseId), decider);
    decider.decide({ caseId, command, office, holdsDwelling: true }, state);
  }

  /** Carries out a command on a case, or foresees what it would do. Throws `CaseNotFound`, a `Refusal`, or what the pipeline throws. */
  async handle(caseId: string, command: CaseCommand, context: CommandContext): Promise<CommandResult> {
    const asked = { caseId, command, office: context.office };
    try {
      if (context.dryRun) return await this.#foresee({ ...asked, holdsDwelling: true }, context);
      return await this.#carryOut({ ...asked, holdsDwelling: false }, context);
    } catch (error) {
      // Another office learns nothing of a case, its revision included.
      if (error instanceof StaleRevision) await this.seenBy(context.office, caseId);
      if (!(error instanceof DwellingToClaim)) throw error;
      await this.#claimAgain(error.dwellingId, caseId, context);
      return await this.#carryOut({ ...asked, holdsDwelling: true }, context);
    }
  }

  async #carryOut(command: Asked, context: CommandContext): Promise<CommandResult> {
    const { ofOneOffice: decider } = await this.#now();
    return this.pipeline.handle({
      stream: streamOf(command.caseId),
      decider,
      command,
      context,
      rulebookOf: ({ application }) => application?.rulebook ?? null,
      ...(command.command.type === 'SubmitApplication' && { tells: toldOfFiling }),
    });
  }

  async #foresee(command: Asked, context: CommandContext): Promise<Foreseen> {
    const { ofOneOffice: decider, calendars } = await this.#now();
    const dutiesOf = (state: CaseState) => knownDutiesOf(state, calendars);
    const stream = streamOf(command.caseId);
    const held = await this.heldByAnother(command.caseId, await this.stateOf(command.caseId));
    return foreseenBeside(
      () => foresee(this.pipeline, { stream, decider, command, context, dutiesOf }),
      [held(command.command.type)],
    );
  }

  /** The claim of a reopened case was released when it closed. Throws the `Refusal` of a dwelling that another case holds by now. */
  async #claimAgain(dwellingId: string, caseId: string, context: CommandContext): Promise<void> {
    const claim = { dwellingId, caseId, context, isReopened: true };
    await claimDwelling(this.pipeline, claim, (holder) => this.stateOf(holder));
  }

  /**
   * What a case is now, for an office (null: it sees every office's cases): from the log itself, which never lags. Throws
   * `CaseNotFound`, or what the pipeline throws.
   */
  async seenBy(
    office: string | null,
    caseId: string,
  ): Promise<Readonly<{ state: KnownCase & SubmittedCase; revision: number }>> {
    const { ofOneOffice: decider } = await this.#now();
    const { state, revision } = await this.pipeline.load(streamOf(caseId), decider);
    if (revision === 'none' || !isOf(office, state)) throw new CaseNotFound(caseId);
    return { state, revision };
  }

  /**
   * What stands in the way of a command because another case holds the dwelling of this one, which was reopened; null where nothing
   * does.
   */
  async heldByAnother(caseId: string, state: CaseState): Promise<HeldByAnother> {
    if (!isSubmitted(state) || !isReopened(state)) return () => null;
    const claim = { dwellingId: state.application.dwellingId, caseId, isReopened: true };
    const refusal = await refusalOfClaim(this.pipeline, claim, (holder) => this.stateOf(holder));
    return (command) => (withoutDwelling.has(command) ? null : refusal);
  }

  /** What a case is now; its initial state where it is not there. */
  async stateOf(caseId: string): Promise<CaseState> {
    const { ofOneOffice: decider } = await this.#now();
    const { state } = await this.pipeline.load(streamOf(caseId), decider);
    return state;
  }

  /** The same until a correction of the calendar comes: the pipeline keeps what it knows of a stream by the decider that folded it. */
  async #now(): Promise<Decisions> {
    const calendars = await this.book.known();
    if (this.#decisions?.calendars !== calendars) this.#decisions = decisionsWith(calendars, this.installation);
    return this.#decisions;
  }
}

/**
 * A command, and the office that sends it (null: it sees every office's cases). `holdsDwelling`: it has been looked whether the case
 * holds its dwelling, which only a reopened one may not.
 */
type Asked = Readonly<{ caseId: string; command: CaseCommand; office: string | null; holdsDwelling: boolean }>;

/** A reopened case is to hold its dwelling again before anything is done with it. */
class DwellingToClaim extends Error {
  override readonly name = 'DwellingToClaim';
  constructor(readonly dwellingId: string) {
    super(`the dwelling ${dwellingId} is to be claimed again`);
  }
}

/** What may be told of a reopened case whose dwelling another case holds: it moves nothing on, or ends the case. */
const withoutDwelling: ReadonlySet<CaseCommand['type']> = new Set([
  'RecordDutyMissed',
  'CorrectRecord',
  'ReversePayment',
  'ReopenCase',
  'WithdrawApplication',
]);

export type HeldByAnother = (command: CaseCommand['type']) => Refusal | null;

/** The decisions of cases under a calendar. */
type Decisions = Readonly<{
  calendars: Calendars;
  settings: CaseSettings;
  cases: Decider<CaseCommand, KnownCase, CaseEvent>;
  ofOneOffice: Decider<Asked, KnownCase, CaseEvent>;
}>;

const decisionsWith = (calendars: Calendars, installation: InstallationSettings): Decisions => {
  const settings = installation.under(calendars);
  const cases = createCaseDecider(settings);
  return { calendars, settings, cases, ofOneOffice: ofOneOffice(cases) };
};

/** The decisions of a case, behind the question whose case it is. Answered from the stream: a read model may lag. */
const ofOneOffice = (cases: Decider<CaseCommand, KnownCase, CaseEvent>): Decider<Asked, KnownCase, CaseEvent> => ({
  initial: cases.initial,
  evolve: cases.evolve,
  decide: ({ caseId, command, office, holdsDwelling }, state) => {
    if (command.type !== 'SubmitApplication' && !isOf(office, state)) throw new CaseNotFound(caseId);
    if (!holdsDwelling && isSubmitted(state) && isReopened(state) && !withoutDwelling.has(command.type))
      throw new DwellingToClaim(state.application.dwellingId);
    return cases.decide(command, state);
  },
});

const isReopened = (state: CaseState): boolean => state.reopenings.length > 0 && stageOf(state) !== 'CLOSED';

const isOf = (office: string | null, state: KnownCase): state is KnownCase & SubmittedCase =>
  isSubmitted(state) && (office === null || office === state.application.officeId);

/** What who files an application learns at once; the day of acceptance is null while it is pending. */
const toldOfFiling = ({ application }: CaseState) => ({
  acceptedOn: application === null || application.acceptancePending ? null : application.acceptedOn,
  resultDue: application?.resultDue ?? null,
});

const streamOf = (caseId: string): string => `case-${caseId}`;
