import { Injectable } from '@nestjs/common';
import { oneSpelling, Refusal, registrationNumberDecider, type RegistrationNumberCommand } from '@app/domain';
import { CommandPipeline, type CommandContext, IdempotencyKeyReused, isErased, StaleRevision } from '@app/event-store';
import { CaseStreams } from '../case-streams.js';
import { foreseenBeside } from '../dry-run.js';
import { keyed, type OfficeNumber, streamOfNumber } from './number-streams.js';
import { RegistrationIndex } from './registration-index.js';

export type NumberClaim = OfficeNumber & Readonly<{ caseId: string; context: CommandContext }>;

/** For how long a case may have claimed a number and not yet be registered under it. */
const graceMs = 600_000;

/** Which case of an office has which registration number: none is given twice (docs/law/rules.md, A29). */
@Injectable()
export class RegistrationNumbers {
  constructor(
    private readonly pipeline: CommandPipeline,
    private readonly cases: CaseStreams,
    private readonly index: RegistrationIndex,
  ) {}

  /**
   * Claims a number for a case, and has the case written that is to have it; nothing is claimed where the case has it
   * already, and nothing by a dry run. Throws a `Refusal` where another case has it, or what writing throws.
   */
  async during<Written>(claim: NumberClaim, write: () => Promise<Written>): Promise<Written> {
    if (claim.context.dryRun) return foreseenBeside(write, [await this.#refusalOf(claim)]);
    await this.#claim(claim);
    try {
      return await write();
    } catch (error) {
      if (nothingWasWritten(error)) await this.#giveUp(claim);
      throw error;
    }
  }

  async #claim({ context, ...claim }: NumberClaim): Promise<void> {
    await this.index.ready(context);
    const { command } = await this.#claimOf({ context, ...claim });
    await this.#tell(command, context);
  }

  /** What a claim would meet. Numbers of before that were never indexed are not known to it: to index them is to write. */
  async #refusalOf(claim: NumberClaim): Promise<Refusal | null> {
    const { command, state } = await this.#claimOf(claim);
    try {
      registrationNumberDecider.decide(command, state);
      return null;
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }

  async #claimOf({ context, ...claim }: NumberClaim) {
    const { state } = await this.pipeline.load(streamOfNumber(claim), registrationNumberDecider);
    const { holder, claimedAt } = state;
    const isRipe = claimedAt !== null && Date.parse(claimedAt) + graceMs <= Date.parse(context.recordedAt);
    const isEmpty = holder !== null && isRipe && (await this.#holdsNothing(holder, claim.number));
    const emptyClaim = isEmpty ? { holder, claimedAt } : null;
    const at = context.recordedAt;
    return { command: { type: 'ClaimRegistrationNumber', ...claim, at, emptyClaim } as const, state };
  }

  /** The number of a case that did not come to have it. What cannot be released now is taken over by who needs the number. */
  async #giveUp({ context, ...claim }: NumberClaim): Promise<void> {
    try {
      if (!(await this.#holdsNothing(claim.caseId, claim.number))) return;
      await this.#tell({ type: 'ReleaseRegistrationNumber', ...claim, at: context.recordedAt }, context);
    } catch {
      return;
    }
  }

  /** The log decides: a case between its claim and its registration was stopped. */
  async #holdsNothing(caseId: string, number: string): Promise<boolean> {
    const { registrationNumber } = await this.cases.stateOf(caseId);
    if (registrationNumber === null) return true;
    // What a case was registered under may be erased: its claim says so still.
    return !isErased(registrationNumber) && oneSpelling(registrationNumber) !== oneSpelling(number);
  }

  async #tell(command: RegistrationNumberCommand, context: CommandContext): Promise<void> {
    const stream = streamOfNumber(command);
    await this.pipeline.handle({ stream, decider: registrationNumberDecider, command, context: keyed(context) });
  }
}

const nothingWasWritten = (error: unknown): boolean =>
  error instanceof Refusal || error instanceof IdempotencyKeyReused || error instanceof StaleRevision;
