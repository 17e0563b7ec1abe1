import {
  registrationIndexDecider,
  registrationNumberDecider,
  type CaseEvent,
  type RegistrationNumberEvent,
} from '@app/domain';
import {
  isErased,
  type Codec,
  type CommandContext,
  type CommandPipeline,
  type EventStore,
  type Recorded,
  type StoredEvent,
  UndecodableEvent,
} from '@app/event-store';
import { keyed, numberStreams, type OfficeNumber, streamOfNumber } from './number-streams.js';

/** The log, and what opens its events. */
export type OpenLog = Pick<EventStore, 'follow'> & Pick<Codec, 'decodeEach'>;

/** A number that several cases of an office had before numbers were claimed. */
export type RepeatedNumber = OfficeNumber & Readonly<{ caseIds: readonly string[] }>;

type Registered = OfficeNumber & Readonly<{ caseId: string }>;

/** How many numbers are claimed at once. */
const atOnce = 50;

/** How many events are opened at once. */
const openedAtOnce = 500;

/**
 * The numbers that the log held before numbers were claimed: each is claimed for its case, once in the life of a log, before
 * the first new one is given.
 */
export class RegistrationIndex {
  #made: Promise<void> | null = null;

  constructor(
    private readonly log: OpenLog,
    private readonly pipeline: CommandPipeline,
  ) {}

  /** Throws what the log and the pipeline throw; the next call begins anew. */
  ready(context: CommandContext): Promise<void> {
    this.#made ??= this.#make(context).catch((error: unknown) => {
      this.#made = null;
      throw error;
    });
    return this.#made;
  }

  /** Numbers that more than one case has, in the order of the log. */
  async repeated(): Promise<readonly RepeatedNumber[]> {
    const cases = new Map<string, RepeatedNumber>();
    const repeated = new Set<string>();
    await this.#read(numberStreams, numberEvents, ({ stream, type, data }) => {
      // A stream of numbers holds events of numbers.
      const { officeId, number, caseId } = data as unknown as RegistrationNumberEvent['data'];
      if (type === 'RegistrationNumberReleased') return;
      if (type === 'RegistrationNumberRepeated') repeated.add(stream);
      const before = type === 'RegistrationNumberRepeated' ? (cases.get(stream)?.caseIds ?? []) : [];
      cases.set(stream, { officeId, number, caseIds: [...before, caseId] });
    });
    return [...cases].flatMap(([stream, found]) => (repeated.has(stream) ? [found] : []));
  }

  async #make(asked: CommandContext): Promise<void> {
    const index = 'registration-index';
    const context = { ...asked, actor: index, onBehalfOf: null, office: null };
    const { state: isIndexed } = await this.pipeline.load(index, registrationIndexDecider);
    if (isIndexed) return;
    const found = await this.#registered();
    for (let from = 0; from < found.length; from += atOnce) {
      await Promise.all(found.slice(from, from + atOnce).map((number) => this.#claim(number, context)));
    }
    const command = { numbers: found.length, at: asked.recordedAt };
    await this.pipeline.handle({ stream: index, decider: registrationIndexDecider, command, context: keyed(context) });
  }

  /** Claims of one number go one after the other, in the order of the log. */
  #claim(registered: Registered, context: CommandContext): Promise<unknown> {
    return this.pipeline.handle({
      stream: streamOfNumber(registered),
      decider: registrationNumberDecider,
      command: { type: 'IndexRegistrationNumber', ...registered, at: context.recordedAt },
      context: keyed(context),
    });
  }

  /** What cases were registered under, but for numbers that were erased. */
  async #registered(): Promise<readonly Registered[]> {
    const offices = new Map<string, string>();
    const found: Registered[] = [];
    await this.#read('case-', registrationEvents, ({ stream, type, data }) => {
      const event = { type, data } as unknown as CaseEvent;
      if (event.type === 'ApplicationSubmitted') offices.set(stream, event.data.officeId);
      const officeId = offices.get(stream);
      if (event.type !== 'ApplicationRegistered' || officeId === undefined) return;
      const { registrationNumber: number } = event.data;
      if (!isErased(number)) found.push({ officeId, number, caseId: stream.slice('case-'.length) });
    });
    return found;
  }

  /** Every event of some types in some streams, to the end of the log. */
  async #read(prefix: string, types: ReadonlySet<string>, see: (event: Recorded) => void): Promise<void> {
    const ended = new AbortController();
    let waiting: StoredEvent[] = [];
    const open = async (): Promise<void> => {
      const opened = await this.log.decodeEach(waiting);
      waiting = [];
      for (const event of opened) if (!(event instanceof UndecodableEvent)) see(event);
    };
    try {
      for await (const item of this.log.follow({ prefixes: [prefix], after: null, signal: ended.signal })) {
        if (item.kind === 'event' && types.has(item.event.type)) waiting.push(item.event);
        if (waiting.length >= openedAtOnce) await open();
        if (item.kind === 'caught-up') break;
      }
      await open();
    } finally {
      ended.abort();
    }
  }
}

const numberEvents: ReadonlySet<string> = new Set<RegistrationNumberEvent['type']>([
  'RegistrationNumberClaimed',
  'RegistrationNumberReleased',
  'RegistrationNumberRepeated',
]);

const registrationEvents: ReadonlySet<string> = new Set<CaseEvent['type']>([
  'ApplicationSubmitted',
  'ApplicationRegistered',
]);
