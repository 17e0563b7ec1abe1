import { randomBytes } from 'node:crypto';
import { v5 } from 'uuid';
import { newLogDecider, newLogNamed, newLogStream, type KnownNewLog, type StoppedLog } from '@app/domain';
import type { CommandContext, CommandPipeline, CommandResult } from '@app/event-store';

export type NewLogParts = Readonly<{
  pipeline: CommandPipeline;
  /** The log that is signed no more, with its last head; null where it is signed as ever. */
  stopped: () => Promise<StoppedLog | null>;
  /** The first name of the log. */
  origin: () => Promise<string>;
  /** The MAC by which this system knows what it has begun. */
  mark: (begun: Readonly<{ newLogId: string; confirmedBy: string }> & StoppedLog) => string;
}>;

/** Fixed for ever: another namespace would give a repeated request another id. */
const namespace = 'c1b8d5a6-0d0f-5b5a-9f0e-3e6a4c1f7d24';

/** New names of the proof log after a restore: asked for by one administrator, begun by another's confirmation. */
export class NewLogs {
  constructor(private readonly parts: NewLogParts) {}

  /** The id of the new log that a request asks for: the same for a repeat of it. */
  idOf({ idempotencyKey }: Pick<CommandContext, 'idempotencyKey'>): string {
    return v5(idempotencyKey, namespace);
  }

  /** Throws a `Refusal`, and what the pipeline and the lookup throw. */
  async request(reason: string, context: CommandContext): Promise<CommandResult> {
    const newLogId = this.idOf(context);
    const stopped = await this.parts.stopped();
    return this.#handle({ type: 'RequestNewLog', ...under(context), newLogId, reason, stopped }, context);
  }

  /**
   * Begins the log under a name of its own. The name is made at random: a log that is restored once more knows nothing of the names that it
   * had, and must not take one of them again. Throws as `request`.
   */
  async confirm(newLogId: string, context: CommandContext): Promise<CommandResult> {
    const stopped = await this.parts.stopped();
    const origin = `${await this.parts.origin()}/${randomBytes(6).toString('hex')}`;
    const mac = stopped ? this.parts.mark({ ...stopped, newLogId, confirmedBy: context.actor, origin }) : '';
    return this.#handle({ type: 'ConfirmNewLog', ...under(context), newLogId, origin, mac, stopped }, context);
  }

  /** Every new log, in the order in which they were asked for. Throws what the pipeline and the vault throw. */
  async all(): Promise<readonly KnownNewLog[]> {
    return (await this.#load()).asked;
  }

  /** Throws the refusal `new-log-unknown`, and as `all`. */
  async named(newLogId: string): Promise<KnownNewLog> {
    return newLogNamed(newLogId, await this.#load());
  }

  async #load() {
    return (await this.parts.pipeline.load(newLogStream, newLogDecider)).state;
  }

  #handle(command: Parameters<typeof newLogDecider.decide>[0], context: CommandContext): Promise<CommandResult> {
    return this.parts.pipeline.handle({ stream: newLogStream, decider: newLogDecider, command, context });
  }
}

const under = ({ recordedAt: at, actor: by }: CommandContext) => ({ at, by });
