import { Injectable } from '@nestjs/common';
import { caseDecider, type CaseCommand, type CaseEvent, type CaseState, type Decider } from '@app/domain';
import { CommandPipeline, type CommandContext, type CommandResult } from '@app/event-store';

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
  constructor(private readonly pipeline: CommandPipeline) {}

  /** Carries out a command on a case. Throws `CaseNotFound`, a `Refusal`, or what the pipeline throws. */
  handle(caseId: string, command: CaseCommand, context: CommandContext): Promise<CommandResult> {
    return this.pipeline.handle({
      stream: streamOf(caseId),
      decider: casesOfOneOffice,
      command: { caseId, command, office: context.office },
      context,
      rulebookOf: ({ application }) => application?.rulebook ?? null,
    });
  }

  /** What a case is now; its initial state where it is not there. */
  async stateOf(caseId: string): Promise<CaseState> {
    const { state } = await this.pipeline.load(streamOf(caseId), casesOfOneOffice);
    return state;
  }
}

/** A command, and the office that sends it (null: it sees every office's cases). */
type Asked = Readonly<{ caseId: string; command: CaseCommand; office: string | null }>;

/** The decisions of a case, behind the question whose case it is. Answered from the stream: a read model may lag. */
const casesOfOneOffice: Decider<Asked, CaseState, CaseEvent> = {
  initial: caseDecider.initial,
  evolve: caseDecider.evolve,
  decide: ({ caseId, command, office }, state) => {
    if (command.type !== 'SubmitApplication' && !isOf(office, state)) throw new CaseNotFound(caseId);
    return caseDecider.decide(command, state);
  },
};

const isOf = (office: string | null, { application }: CaseState): boolean =>
  application !== null && (office === null || office === application.officeId);

const streamOf = (caseId: string): string => `case-${caseId}`;
