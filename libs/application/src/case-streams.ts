import { Injectable } from '@nestjs/common';
import {
  caseDecider,
  createCaseDecider,
  type Calendars,
  type CaseCommand,
  type CaseEvent,
  type CaseSettings,
  type CaseState,
  type Decider,
} from '@app/domain';
import { CommandPipeline, type CommandContext, type CommandResult } from '@app/event-store';
import { CalendarBook } from './calendar/calendar-book.js';
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

  /** Carries out a command on a case. Throws `CaseNotFound`, a `Refusal`, or what the pipeline throws. */
  async handle(caseId: string, command: CaseCommand, context: CommandContext): Promise<CommandResult> {
    const { ofOneOffice: decider } = await this.#now();
    return this.pipeline.handle({
      stream: streamOf(caseId),
      decider,
      command: { caseId, command, office: context.office },
      context,
      rulebookOf: ({ application }) => application?.rulebook ?? null,
    });
  }

  /**
   * What a case is now, for an office (null: it sees every office's cases): from the log itself, which never lags. Throws
   * `CaseNotFound`, or what the pipeline throws.
   */
  async seenBy(office: string | null, caseId: string): Promise<Readonly<{ state: CaseState; revision: number }>> {
    const { ofOneOffice: decider } = await this.#now();
    const { state, revision } = await this.pipeline.load(streamOf(caseId), decider);
    if (revision === 'none' || !isOf(office, state)) throw new CaseNotFound(caseId);
    return { state, revision };
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

/** A command, and the office that sends it (null: it sees every office's cases). */
type Asked = Readonly<{ caseId: string; command: CaseCommand; office: string | null }>;

/** The decisions of cases under a calendar. */
type Decisions = Readonly<{
  calendars: Calendars;
  settings: CaseSettings;
  cases: Decider<CaseCommand, CaseState, CaseEvent>;
  ofOneOffice: Decider<Asked, CaseState, CaseEvent>;
}>;

const decisionsWith = (calendars: Calendars, installation: InstallationSettings): Decisions => {
  const settings = installation.under(calendars);
  const cases = createCaseDecider(settings);
  return { calendars, settings, cases, ofOneOffice: ofOneOffice(cases) };
};

/** The decisions of a case, behind the question whose case it is. Answered from the stream: a read model may lag. */
const ofOneOffice = (cases: Decider<CaseCommand, CaseState, CaseEvent>): Decider<Asked, CaseState, CaseEvent> => ({
  initial: cases.initial,
  evolve: cases.evolve,
  decide: ({ caseId, command, office }, state) => {
    if (command.type !== 'SubmitApplication' && !isOf(office, state)) throw new CaseNotFound(caseId);
    return cases.decide(command, state);
  },
});

const isOf = (office: string | null, { application }: CaseState): boolean =>
  application !== null && (office === null || office === application.officeId);

const streamOf = (caseId: string): string => `case-${caseId}`;
