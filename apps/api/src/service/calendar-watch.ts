import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { CalendarBook } from '@app/application';
import { calendarEnd, type CalendarEnd } from '@app/domain';
import { calendarMetrics, type CalendarMetrics, type Logger, type MetricsRegistry } from '@app/platform';

/** Looks how far the calendar goes, and warns whoever runs the system from six months before it ends (docs/law/rules.md 4.3). */
@Injectable()
export class CalendarWatch implements OnApplicationBootstrap {
  readonly #metrics: CalendarMetrics;
  /** The day on which the log was told last. */
  #toldOn = '';

  constructor(
    private readonly book: Pick<CalendarBook, 'known'>,
    private readonly logger: Logger,
    registry: MetricsRegistry,
  ) {
    this.#metrics = calendarMetrics(registry);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.warnings();
  }

  /** What is to be seen to; empty where nothing is, or the calendar cannot be read. Tells the log once a day. */
  async warnings(): Promise<readonly string[]> {
    const now = new Date().toISOString();
    const end = await this.#end(now);
    if (end === null) return [];
    this.#metrics.daysLeft(end.daysLeft);
    if (end.warning === null) return [];
    const today = now.slice(0, 10);
    if (this.#toldOn !== today) this.logger.warn({ lastDay: end.lastDay, daysLeft: end.daysLeft }, end.warning);
    this.#toldOn = today;
    return [end.warning];
  }

  /** A log that is away is told by the checks. */
  async #end(now: string): Promise<CalendarEnd | null> {
    try {
      return calendarEnd((await this.book.known()).current, now);
    } catch {
      return null;
    }
  }
}
