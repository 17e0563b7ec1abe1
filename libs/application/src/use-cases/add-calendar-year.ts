import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { AddCalendarYear as DomainAddition } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { CalendarBook } from '../calendar/calendar-book.js';

/** Adds a year to the working-day calendar by the act that it rests on (docs/law/rules.md 4.3). */
export class AddCalendarYear extends Command<CommandResult> {
  constructor(
    readonly added: Omit<DomainAddition, 'type' | 'knownFrom' | 'enteredAt'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AddCalendarYear)
export class AddCalendarYearHandler implements ICommandHandler<AddCalendarYear> {
  constructor(private readonly book: CalendarBook) {}

  execute({ added, context }: AddCalendarYear): Promise<CommandResult> {
    const { effectiveAt: knownFrom, recordedAt: enteredAt } = context;
    return this.book.change({ type: 'AddCalendarYear', ...added, knownFrom, enteredAt }, context);
  }
}
