import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import {
  calendarDecider,
  calendarsOf,
  calendarStream,
  uncorrected,
  type Calendars,
  type ChangeCalendarDay,
} from '@app/domain';
import { CommandPipeline, type CommandContext, type CommandResult } from '@app/event-store';

/** How long a correction that another process entered may stay unknown here. */
const readAgainMs = 2_000;

/** The calendar with every correction known, as every decision of this process counts with it (docs/law/rules.md 4.4). */
@Injectable()
export class CalendarBook implements OnModuleInit, OnModuleDestroy {
  #calendars: Calendars = uncorrected;
  #reading: NodeJS.Timeout | null = null;

  constructor(private readonly pipeline: CommandPipeline) {}

  /** The same object until a correction comes. */
  get calendars(): Calendars {
    return this.#calendars;
  }

  /** Reads the corrections before anything is decided, and then again and again. Throws what the pipeline throws. */
  async onModuleInit(): Promise<void> {
    await this.readAgain();
    // While the log is away nothing can be decided either: the next look makes up for it.
    this.#reading = setInterval(() => void this.readAgain().catch(() => undefined), readAgainMs).unref();
  }

  onModuleDestroy(): void {
    if (this.#reading) clearInterval(this.#reading);
  }

  /** Corrects a day; known here at once. Throws a `Refusal`, or what the pipeline throws. */
  async change(command: ChangeCalendarDay, context: CommandContext): Promise<CommandResult> {
    const result = await this.pipeline.handle({ stream: calendarStream, decider: calendarDecider, command, context });
    await this.readAgain();
    return result;
  }

  async readAgain(): Promise<void> {
    const { state } = await this.pipeline.load(calendarStream, calendarDecider);
    if (state.corrections.length !== this.#calendars.corrections.length)
      this.#calendars = calendarsOf(state.corrections);
  }
}
