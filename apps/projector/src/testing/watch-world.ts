import { InstallationSettings, MissedDuties } from '@app/application';
import { eventSchemas, type Decider } from '@app/domain';
import { CommandPipeline, createCodec, type DomainEvent, type Recorded } from '@app/event-store';
import { openSeals } from '../../../../libs/application/src/testing/open-seals.js';
import { MemoryEventStore } from '../../../../libs/event-store/src/testing/memory-event-store.js';
import { SureClock } from '../sure-clock.js';
import { type DutySource, DutyWatch, type DutyWatchParts } from '../duty-watch.js';

/** What is recorded by somebody: a command of a case or of a complaint. */
type Entered = Readonly<{ by: string; at: string; enteredAt: string }>;

/** A log in memory, those who record in it, and those who watch it. */
export class WatchWorld {
  readonly #store = new MemoryEventStore();
  readonly #codec = createCodec({ schemas: eventSchemas, vault: openSeals });

  /** A process of its own: nothing is known of any stream. */
  newPipeline(): CommandPipeline {
    return new CommandPipeline({ store: this.#store, codec: this.#codec, retry: { retryDelaysMs: [0] } });
  }

  /** Has a stream carry out commands; those at the beginning that it has carried out already are done once. */
  async record<Command extends Entered, State, Event extends DomainEvent>(
    stream: string,
    decider: Decider<Command, State, Event>,
    commands: readonly Command[],
  ): Promise<void> {
    for (const [index, command] of commands.entries()) {
      const key = `${stream} ${index}`;
      const context = { actor: command.by, recordedAt: command.enteredAt, effectiveAt: command.at };
      await this.newPipeline().handle({ stream, decider, command, context: { ...contextOf(key), ...context } });
    }
  }

  /** Makes a working day a day off, known since an instant. */
  async makeDayOff(date: string, knownFrom: string): Promise<void> {
    const off = { date, from: 'WORKING', to: 'OFF', name: 'Day of mourning', source: 'Decree 5' };
    await this.newPipeline().handle({
      stream: 'calendar-kz',
      decider: { initial: null, decide: (events: readonly DomainEvent[]) => events, evolve: () => null },
      command: [{ type: 'CalendarDayChanged', data: { ...off, knownFrom, enteredAt: knownFrom } }],
      context: { ...contextOf('calendar'), actor: 'administrator', recordedAt: knownFrom, effectiveAt: knownFrom },
    });
  }

  /** What a stream comes to. */
  async stateOf<State, Event>(
    stream: string,
    { initial, evolve }: Readonly<{ initial: State; evolve: (state: State, event: Event, enteredAt: string) => State }>,
  ): Promise<State> {
    // The stream holds the events of what is folded.
    const events = (await this.#codec.decode(await this.#store.read(stream))) as readonly (Event & Recorded)[];
    return events.reduce((state, event) => evolve(state, event, event.metadata.recordedAt), initial);
  }

  /** What is missed by now, found by a watcher of its own: its first look sets its clock. */
  async watchAt(
    now: string,
    sourceOf: (missed: MissedDuties) => DutySource,
    { pipeline = this.newPipeline(), ...more }: Partial<DutyWatchParts & { pipeline: CommandPipeline }> = {},
  ): Promise<void> {
    const missed = new MissedDuties(pipeline, new InstallationSettings());
    const clock = new SureClock({ log: this.#store, now: () => now });
    const watch = new DutyWatch({ sources: [sourceOf(missed)], missed, now: () => now, clock, ...more });
    await watch.pass();
    await watch.pass();
  }
}

const contextOf = (key: string) => ({
  onBehalfOf: null,
  office: null,
  correlationId: 'c',
  causationId: null,
  idempotencyKey: key,
  expectedRevision: null,
  request: key,
});
