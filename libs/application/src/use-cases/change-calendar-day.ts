import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { ChangeCalendarDay as DomainChange } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { CalendarBook } from '../calendar/calendar-book.js';

/** Corrects a day of the working-day calendar by an act of the authorities (docs/law/rules.md 4.4). */
export class ChangeCalendarDay extends Command<CommandResult> {
  constructor(
    readonly change: Omit<DomainChange, 'type' | 'knownFrom' | 'enteredAt'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ChangeCalendarDay)
export class ChangeCalendarDayHandler implements ICommandHandler<ChangeCalendarDay> {
  constructor(private readonly book: CalendarBook) {}

  execute({ change, context }: ChangeCalendarDay): Promise<CommandResult> {
    const { effectiveAt: knownFrom, recordedAt: enteredAt } = context;
    return this.book.change({ type: 'ChangeCalendarDay', ...change, knownFrom, enteredAt }, context);
  }
}
