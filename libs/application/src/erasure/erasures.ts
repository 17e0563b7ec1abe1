import { setTimeout as after } from 'node:timers/promises';
import { v5 } from 'uuid';
import {
  erasureDecider,
  erasureNamed,
  erasureStream,
  localDateOf,
  type ConfirmErasure,
  type ErasedStream,
  type HeldOf,
  type KnownErasure,
} from '@app/domain';
import type { Codec, CommandContext, CommandPipeline, CommandResult, EventStore } from '@app/event-store';

/** What the key vault does for an erasure. */
export type ErasureKeys = Readonly<{
  keysOf: (iin: string) => Promise<Readonly<{ subject: string; keyIds: readonly string[] }>>;
  activeKeys: (subjects: readonly string[]) => Promise<readonly string[]>;
  /** From now on they seal nothing; answers how many milliseconds what they sealed may be on its way into the log. */
  closeKeys: (ids: readonly string[], at: string) => Promise<number>;
  erase: (
    erasure: Readonly<{
      id: string;
      keyIds: readonly string[];
      withheld: readonly string[];
      streams: readonly string[];
    }>,
  ) => Promise<void>;
}>;

export type ErasureParts = Readonly<{
  pipeline: CommandPipeline;
  store: Pick<EventStore, 'read'>;
  codec: Pick<Codec, 'countKept'>;
  keys: ErasureKeys;
  /** `RETENTION_YEARS`: how long what is held must be kept after its end. */
  retentionYears: number;
}>;

/** The cases and complaints of a person, as the log has them by now. */
export type HeldLookup = (iin: string) => Promise<readonly HeldOf[]>;

/** What is asked for: whose data, why, on what basis. */
export type AskedErasure = Readonly<{ iin: string; reason: string; legalBasis: string }>;

/** Fixed for ever: another namespace would give a repeated request another erasure. */
const namespace = '4a5f8a0e-52b9-5d0f-8f6a-9b7d1c5e3a72';

/** The one zone of the country since 1 March 2024 (docs/law/rules.md 4.5). */
const zone = 'Asia/Almaty';

/** Erasures of personal data: asked for by one administrator, confirmed by another, carried out once, whatever dies on the way. */
export class Erasures {
  constructor(private readonly parts: ErasureParts) {}

  /** The id of the erasure that a request asks for: the same for a repeat of it. */
  idOf({ idempotencyKey }: Pick<CommandContext, 'idempotencyKey'>): string {
    return v5(idempotencyKey, namespace);
  }

  /** Throws a `Refusal`, and what the pipeline, the vault and the lookup throw. */
  async request(asked: AskedErasure, context: CommandContext, heldOf: HeldLookup): Promise<CommandResult> {
    const { keyIds } = await this.parts.keys.keysOf(asked.iin);
    const command = {
      type: 'RequestErasure' as const,
      ...asked,
      ...this.#under(await heldOf(asked.iin), context),
      erasureId: this.idOf(context),
      keys: keyIds.length,
    };
    const requested = await this.#handle(command, context);
    // What comes from now on is not erased with it, and what was under way is there when it is confirmed.
    await this.parts.keys.closeKeys(keyIds, context.recordedAt);
    return requested;
  }

  /**
   * Confirms, and carries out as far as the stores allow: `finish` does the rest. The keys are closed before it is looked for the last time what
   * is held, so that nothing is sealed with them which was not seen then. Throws a `Refusal`, and as `request`.
   */
  async confirm(erasureId: string, context: CommandContext, heldOf: HeldLookup): Promise<CommandResult> {
    const first = await this.#confirming(erasureId, context, heldOf);
    const erasures = await this.all();
    if (isRefused(() => erasureDecider.decide(first, erasures))) return this.#handle(first, context);
    const closed = [...first.keyIds, ...first.withheld];
    await after(await this.parts.keys.closeKeys(closed, context.recordedAt));
    const { keyIds, withheld, ...last } = await this.#confirming(erasureId, context, heldOf);
    const isClosed = (id: string): boolean => closed.includes(id);
    return this.#handle({ ...last, keyIds: keyIds.filter(isClosed), withheld: withheld.filter(isClosed) }, context);
  }

  async #confirming(erasureId: string, context: CommandContext, heldOf: HeldLookup): Promise<ConfirmErasure> {
    const { iin } = erasureNamed(erasureId, await this.all());
    const held = iin === null ? [] : await heldOf(iin);
    const keys = iin === null ? { subject: '', keyIds: [] } : await this.parts.keys.keysOf(iin);
    const named = held.filter(({ as }) => as === 'NAMED').map(({ stream }) => stream);
    const active = await this.parts.keys.activeKeys(named);
    const withheld = active.filter((id) => !keys.keyIds.includes(id));
    const gone = { iin, keyIds: [...keys.keyIds, ...withheld] };
    return {
      type: 'ConfirmErasure' as const,
      erasureId,
      ...this.#under(held, context),
      ...keys,
      withheld,
      streams: await Promise.all(held.map((one) => this.#counted(one, gone))),
    };
  }

  /** Every erasure, in the order in which they were asked for. Throws what the pipeline and the vault throw. */
  async all(): Promise<readonly KnownErasure[]> {
    return (await this.parts.pipeline.load(erasureStream, erasureDecider)).state;
  }

  /**
   * Carries out what is confirmed and not recorded as done: the keys first, then the record. Done again it does what is left. Answers the ids
   * of those that it finished. Throws where a store is away, or the folder of the master key cannot be written.
   */
  async finish(now: string): Promise<readonly string[]> {
    const left = (await this.all()).filter(({ confirmed, erasedAt }) => confirmed !== null && erasedAt === null);
    for (const { erasureId, confirmed } of left) {
      if (confirmed === null) continue;
      const { keyIds, withheld, streams } = confirmed;
      await this.parts.keys.erase({ id: erasureId, keyIds, withheld, streams: streams.map(({ stream }) => stream) });
      await this.#handle({ type: 'RecordErased', at: now, erasureId }, ownContext(erasureId, now));
    }
    return left.map(({ erasureId }) => erasureId);
  }

  #handle(command: Parameters<typeof erasureDecider.decide>[0], context: CommandContext): Promise<CommandResult> {
    return this.parts.pipeline.handle({ stream: erasureStream, decider: erasureDecider, command, context });
  }

  #under(held: readonly HeldOf[], { recordedAt: at, actor: by }: CommandContext) {
    const today = localDateOf(at, zone);
    return { at, by, today, held: held.map((one) => ({ ...one, retainedUntil: this.#retainedUntil(one) })) };
  }

  #retainedUntil({ endedAt }: HeldOf): string | null {
    if (endedAt === null) return null;
    const ended = localDateOf(endedAt, zone);
    return `${Number(ended.slice(0, 4)) + this.parts.retentionYears}${ended.slice(4)}`;
  }

  async #counted({ stream, as }: HeldOf, gone: Parameters<Codec['countKept']>[1]): Promise<ErasedStream> {
    return { stream, as, clearTexts: await this.parts.codec.countKept(await this.parts.store.read(stream), gone) };
  }
}

const isRefused = (decide: () => unknown): boolean => {
  try {
    decide();
    return false;
  } catch {
    return true;
  }
};

/** Whoever finishes an erasure writes the same event. */
const ownContext = (erasureId: string, at: string): CommandContext => ({
  actor: erasureStream,
  onBehalfOf: null,
  office: null,
  correlationId: erasureId,
  causationId: null,
  idempotencyKey: `erased ${erasureId}`,
  expectedRevision: null,
  request: `erased ${erasureId}`,
  recordedAt: at,
  effectiveAt: at,
});
