import { CommandBus, type Command } from '@nestjs/cqrs';
import type { CommandAnswerDto } from '@app/contracts';
import type { CommandResult } from '@app/event-store';
import type { CommandMetrics } from '@app/platform';
import type { CommandRequest } from './command-request.js';
import { internalError, problemOf } from './problems/problem-of.js';

/** Carries commands out and answers as the contract says: the events in the body, the revision as ETag, the position in a header. */
export class Commands {
  constructor(
    private readonly bus: CommandBus,
    private readonly metrics: CommandMetrics,
  ) {}

  /** `name`: under which it is counted. */
  async run(
    name: string,
    command: Command<CommandResult>,
    { reply }: Pick<CommandRequest, 'reply'>,
  ): Promise<CommandAnswerDto> {
    try {
      const { stream, revision, position, events, repeated } = await this.bus.execute(command);
      this.metrics.count(name, repeated ? 'repeated' : 'done');
      reply.header('etag', `"${revision}"`).header('x-log-position', position);
      return { ...subjectOf(stream), revision, position, events };
    } catch (error) {
      this.metrics.count(name, (problemOf(error) ?? internalError).problem.code);
      throw error;
    }
  }
}

/** What a command was about, as its answer names it. */
const subjectOf = (stream: string): Pick<CommandAnswerDto, 'caseId' | 'complaintId'> => {
  if (stream.startsWith('case-')) return { caseId: stream.slice('case-'.length) };
  return stream.startsWith('complaint-') ? { complaintId: stream.slice('complaint-'.length) } : {};
};
