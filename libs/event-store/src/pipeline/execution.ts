import { setTimeout as delay } from 'node:timers/promises';
import type { CommandContext, CommandResult } from '../command-context.js';
import { StaleRevision, TooManyConflicts } from '../errors.js';
import { eventIdOf } from '../event-id.js';
import {
  EventsTooLarge,
  OutcomeUnknown,
  RevisionConflict,
  StoreUnavailable,
  type DomainEvent,
  type EncodedEvent,
} from '../event-store.js';
import { HotStream, type Decider, type Log, type Request } from './hot-stream.js';

/** A command for one stream, and what decides it. */
export type Handling<Command, State, Event extends DomainEvent> = Readonly<{
  stream: string;
  decider: Decider<Command, State, Event>;
  command: Command;
  context: CommandContext;
  /** The rulebook of the decision, for the metadata, found in the state that it leads to. Absent: none. */
  rulebookOf?: (after: State) => string | null;
  /** What the result tells of the state that the command left. Absent: nothing. */
  tells?: (after: State) => NonNullable<CommandResult['told']>;
}>;

export type RetryLimits = Readonly<{
  /** How often a command is decided anew because somebody else wrote first. */
  maxConflicts: number;
  /** Waits before looking whether an append without an answer was carried out; as many looks as waits. */
  retryDelaysMs: readonly number[];
  /** No new look begins after this long. */
  giveUpAfterMs: number;
}>;

/** One command on its way: look for its own events, decide, append; again where the stream moved or no answer came. */
export class Execution<C, S, E extends DomainEvent> {
  /** The stream as known; null where it must be read. */
  hot: HotStream<S, E> | null;
  /** Whether the stream was read since the command began: only then a refusal rests on it. */
  #fresh = false;
  #conflicts = 0;
  #failures = 0;
  /** Whether an append was sent that was never answered: events found later are this command's own. */
  #unanswered = false;
  readonly #begun = performance.now();
  readonly #request: Request;

  constructor(
    private readonly handling: Handling<C, S, E>,
    private readonly log: Log,
    private readonly limits: RetryLimits,
    known: HotStream<S, E> | null,
  ) {
    this.hot = known;
    const { idempotencyKey, request } = handling.context;
    const ids: string[] = [];
    const idOf = (index: number): string => (ids[index] ??= eventIdOf(idempotencyKey, index, handling.stream));
    this.#request = { idempotencyKey, idOf, requestDigest: log.codec.digest(request) };
  }

  async run(): Promise<CommandResult> {
    for (;;) {
      try {
        const result = await this.#attempt();
        if (result) return this.#telling(result);
      } catch (error) {
        await this.#recover(error);
      }
    }
  }

  #telling(result: CommandResult): CommandResult {
    const { tells } = this.handling;
    return tells && this.hot ? { ...result, told: tells(this.hot.state) } : result;
  }

  /** Null where the stream had to be read and all is to be thought over. */
  async #attempt(): Promise<CommandResult | null> {
    const hot = this.hot ?? (await this.#load());
    const earlier = hot.earlier(this.#request);
    if (earlier) return this.#unanswered ? { ...earlier, repeated: false } : earlier;
    const decision = this.#decide(hot);
    if ('events' in decision && decision.events.length > 0) return this.#append(hot, decision.events);
    if (!this.#fresh) {
      await this.#refresh(hot);
      return null;
    }
    if ('refusal' in decision) throw decision.refusal;
    return hot.unchanged();
  }

  #decide({ stream, head, state }: HotStream<S, E>): { events: readonly E[] } | { refusal: unknown } {
    const { decider, command, context } = this.handling;
    const pinned = context.expectedRevision;
    if (pinned !== null && pinned !== head.revision)
      return { refusal: new StaleRevision(stream, pinned, head.revision) };
    try {
      return { events: decider.decide(command, state) };
    } catch (refusal) {
      return { refusal };
    }
  }

  /** An append that is answered is this one, and what it expected is what was there: the store promises it. */
  async #append(hot: HotStream<S, E>, events: readonly E[]): Promise<CommandResult | null> {
    const { stream, context, decider, rulebookOf } = this.handling;
    const after = events.reduce((state, event) => decider.evolve(state, event, context.recordedAt), hot.state);
    const rulebook = rulebookOf?.(after) ?? null;
    const owner = hot.owner ?? this.log.codec.ownerIn(events);
    const draft = { stream, after: hot.head, owner, events, context, rulebook, ...this.#request };
    const encoded = await this.log.codec.encode(draft);
    const expected = hot.head.revision < 0 ? 'none' : hot.head.revision;
    this.hot = null;
    // Somebody is being erased: it is decided again by what is left of the stream.
    if (hot.epoch !== this.log.codec.epoch) return null;
    const { position } = await this.log.store.append(stream, expected, encoded).catch((error: unknown) => {
      if (error instanceof RevisionConflict || error instanceof EventsTooLarge) this.hot = hot;
      throw error;
    });
    hot.extend(encoded, after, position);
    hot.owner = owner;
    this.hot = hot;
    return { stream, revision: hot.head.revision, position, events: encoded.map(named), repeated: false };
  }

  async #load(): Promise<HotStream<S, E>> {
    this.hot = await HotStream.load(this.log, this.handling.stream, this.handling.decider);
    this.#fresh = true;
    return this.hot;
  }

  async #refresh(hot: HotStream<S, E>): Promise<void> {
    this.hot = null;
    if (await hot.refresh(this.log)) this.hot = hot;
    this.#fresh = true;
  }

  async #recover(error: unknown): Promise<void> {
    if (error instanceof RevisionConflict && this.hot) return this.#afterConflict(error, this.hot);
    if (!(error instanceof OutcomeUnknown || error instanceof StoreUnavailable)) throw error;
    if (error instanceof OutcomeUnknown) this.#unanswered = true;
    this.hot = null;
    const wait = this.limits.retryDelaysMs[this.#failures];
    this.#failures += 1;
    if (wait === undefined || performance.now() - this.#begun > this.limits.giveUpAfterMs) throw asUnavailable(error);
    await delay(wait);
  }

  async #afterConflict(error: RevisionConflict, hot: HotStream<S, E>): Promise<void> {
    this.#conflicts += 1;
    if (this.#conflicts > this.limits.maxConflicts) {
      throw new TooManyConflicts(`${error.stream} changed under the command ${this.#conflicts} times`, {
        cause: error,
      });
    }
    await this.#refresh(hot);
  }
}

const named = ({ type, id }: EncodedEvent): { type: string; eventId: string } => ({ type, eventId: id });

const asUnavailable = (error: Error): StoreUnavailable =>
  error instanceof StoreUnavailable
    ? error
    : new StoreUnavailable('no answer from the event store; repeat the request with the same idempotency key', {
        cause: error,
      });
