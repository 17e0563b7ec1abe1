import { Injectable } from '@nestjs/common';
import { oneSpelling, registrationNumberDecider, type RegistrationNumberCommand } from '@app/domain';
import { CommandPipeline, isErased, type CommandContext } from '@app/event-store';
import { CaseStreams } from '../case-streams.js';
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

  /** Claims a number for a case; nothing happens where the case has it already. Throws a `Refusal` where another case has it. */
  async claim({ context, ...claim }: NumberClaim): Promise<void> {
    await this.index.ready(context);
    const { state } = await this.pipeline.load(streamOfNumber(claim), registrationNumberDecider);
    const { holder, claimedAt } = state;
    if (holder === claim.caseId) return;
    const isRipe = claimedAt !== null && Date.parse(claimedAt) + graceMs <= Date.parse(context.recordedAt);
    const emptyHolders = holder !== null && isRipe && (await this.#holdsNothing(holder, claim.number)) ? [holder] : [];
    const at = context.recordedAt;
    await this.#tell({ type: 'ClaimRegistrationNumber', ...claim, at, emptyHolders }, context);
  }

  /** Gives up the number of a case that was not registered under it. */
  async release({ context, ...claim }: NumberClaim): Promise<void> {
    if (!(await this.#holdsNothing(claim.caseId, claim.number))) return;
    await this.#tell({ type: 'ReleaseRegistrationNumber', ...claim, at: context.recordedAt }, context);
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
