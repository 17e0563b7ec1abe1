import { Injectable } from '@nestjs/common';
import {
  createComplaintDecider,
  knownDutiesOfComplaint,
  type CaseSettings,
  type ComplaintCommand,
  type ComplaintEvent,
  type ComplaintState,
  type Decider,
  type FiledComplaint,
  isFiled,
} from '@app/domain';
import { CommandPipeline, type CommandContext, type CommandResult, StaleRevision } from '@app/event-store';
import { CaseStreams } from '../case-streams.js';
import { foresee } from '../dry-run.js';

/** There is no such complaint, or its case belongs to another office than the one that asks: the two are not told apart. */
export class ComplaintNotFound extends Error {
  override readonly name = 'ComplaintNotFound';
  constructor(readonly complaintId: string) {
    super(`there is no complaint ${complaintId}`);
  }
}

/** The streams of complaints: each command goes to the stream of its complaint, and only for the office that its case belongs to. */
@Injectable()
export class ComplaintStreams {
  #decisions: Decisions | null = null;

  constructor(
    private readonly pipeline: CommandPipeline,
    private readonly cases: CaseStreams,
  ) {}

  /** Carries out a command on a complaint, or foresees what it would do. Throws `ComplaintNotFound`, a `Refusal`, or what the pipeline throws. */
  async handle(complaintId: string, command: ComplaintCommand, context: CommandContext): Promise<CommandResult> {
    const { ofOneOffice: decider, settings } = await this.#now();
    const asked = { complaintId, command, office: context.office };
    const trial = { stream: streamOf(complaintId), decider, command: asked, context };
    const dutiesOf = (state: ComplaintState) => knownDutiesOfComplaint(state, settings.calendars);
    try {
      if (context.dryRun) return await foresee(this.pipeline, { ...trial, dutiesOf });
      return await this.pipeline.handle({ ...trial, rulebookOf: ({ filing }) => filing?.rulebook ?? null });
    } catch (error) {
      // Another office learns nothing of a complaint, its revision included.
      if (error instanceof StaleRevision) await this.caseIdOf(complaintId, context.office);
      throw error;
    }
  }

  /** The case that a complaint is about. Throws as `seenBy`. */
  async caseIdOf(complaintId: string, office: string | null): Promise<string> {
    return (await this.seenBy(office, complaintId)).state.filing.caseId;
  }

  /** What a complaint is now. Throws `ComplaintNotFound` where there is none, or it is of another office (null: all). */
  async seenBy(
    office: string | null,
    complaintId: string,
  ): Promise<Readonly<{ state: FiledComplaint; revision: number; settings: CaseSettings }>> {
    const { ofOneOffice: decider, settings } = await this.#now();
    const { state, revision } = await this.pipeline.load(streamOf(complaintId), decider);
    if (revision === 'none' || !isFiled(state) || !isOf(office, state)) throw new ComplaintNotFound(complaintId);
    return { state, revision, settings };
  }

  /** The same decider until the settings change: the pipeline keeps states by it. */
  async #now(): Promise<Decisions> {
    const settings = await this.cases.settings();
    if (this.#decisions?.settings !== settings) this.#decisions = { settings, ofOneOffice: ofOneOffice(settings) };
    return this.#decisions;
  }
}

/** A command, and the office that sends it (null: it sees every office's complaints). */
type Asked = Readonly<{ complaintId: string; command: ComplaintCommand; office: string | null }>;

type Decisions = Readonly<{ settings: CaseSettings; ofOneOffice: Decider<Asked, ComplaintState, ComplaintEvent> }>;

/** The decisions of a complaint, behind the question whose it is. Answered from the stream: a read model may lag. */
const ofOneOffice = (settings: CaseSettings): Decider<Asked, ComplaintState, ComplaintEvent> => {
  const complaints = createComplaintDecider(settings);
  return {
    initial: complaints.initial,
    evolve: complaints.evolve,
    decide: ({ complaintId, command, office }, state) => {
      if (command.type !== 'FileComplaint' && !isOf(office, state)) throw new ComplaintNotFound(complaintId);
      return complaints.decide(command, state);
    },
  };
};

const isOf = (office: string | null, { filing }: ComplaintState): boolean =>
  filing !== null && (office === null || office === filing.officeId);

const streamOf = (complaintId: string): string => `complaint-${complaintId}`;
