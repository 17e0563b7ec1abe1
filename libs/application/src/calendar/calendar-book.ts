import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import {
  calendarDecider,
  calendarsOf,
  calendarStream,
  uncorrected,
  type AddCalendarYear,
  type Calendars,
  type ChangeCalendarDay,
} from '@app/domain';
import { CommandPipeline, type CommandContext, type CommandResult } from '@app/event-store';

/** How long a correction that another process entered may stay unknown here. */
const readAgainMs = 2_000;

/** The calendar is too old after this time, if no look has ended since. */
const staleAfterMs = 10_000;

/** The calendar with every correction known, as every decision of this process counts with it (docs/law/rules.md 4.4). */
@Injectable()
export class CalendarBook implements OnModuleInit, OnModuleDestroy {
  #calendars: Calendars = uncorrected;
  /** The calendar may be used until then; no longer once a look failed. */
  #goodUntil = 0;
  #looking: Promise<void> | null = null;
  #reading: NodeJS.Timeout | null = null;

  constructor(private readonly pipeline: CommandPipeline) {}

  /**
   * The calendar as it is known; the same object until a correction comes. Where the last look failed it looks again: nothing is
   * counted with a calendar that may be an old one. Throws what the pipeline throws: `StoreUnavailable` where the log is away,
   * `UndecodableEvent` where a correction cannot be read.
   */
  async known(): Promise<Calendars> {
    if (performance.now() > this.#goodUntil) await this.look();
    return this.#calendars;
  }

  /** Reads the corrections before anything is decided, and then again and again. */
  async onModuleInit(): Promise<void> {
    await this.#lookAhead();
    this.#reading = setInterval(() => void this.#lookAhead(), readAgainMs).unref();
  }

  onModuleDestroy(): void {
    if (this.#reading) clearInterval(this.#reading);
  }

  /** Corrects a day or adds a year; known here at once. Throws a `Refusal`, or what the pipeline throws. */
  async change(command: ChangeCalendarDay | AddCalendarYear, context: CommandContext): Promise<CommandResult> {
    const result = await this.pipeline.handle({ stream: calendarStream, decider: calendarDecider, command, context });
    await this.#read();
    return result;
  }

  /** Nobody waits for this look. Where it fails, whoever asks next looks again, and is told why it fails. */
  async #lookAhead(): Promise<void> {
    await this.look().catch(() => undefined);
  }

  /** Reads the corrections; one look for all who wait for one. Throws what the pipeline throws. */
  look(): Promise<void> {
    this.#looking ??= this.#read().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  async #read(): Promise<void> {
    const begun = performance.now();
    try {
      const { state } = await this.pipeline.load(calendarStream, calendarDecider);
      if (state.changes.length !== this.#calendars.changes.length) this.#calendars = calendarsOf(state.changes);
      this.#goodUntil = begun + staleAfterMs;
    } catch (error) {
      this.#goodUntil = 0;
      throw error;
    }
  }
}
