import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CommandPipeline } from '@app/event-store';
import { CalendarBook } from './calendar/calendar-book.js';
import { CaseStreams } from './case-streams.js';
import { CaseActors } from './complaints/case-actors.js';
import { complaintHandlers } from './complaints/complaint-handlers.js';
import { ComplaintStreams } from './complaints/complaint-streams.js';
import { DwellingClaims } from './dwelling-claims.js';
import { InstallationSettings } from './installation-settings.js';
import { OfficeDirectory } from './offices/office-directory.js';
import { StateRegisters } from './registers/state-registers.js';
import { handlers } from './use-cases/handlers.js';

/** What the use cases need from outside; made by whoever wires the process. */
export type ApplicationPorts = Readonly<{
  pipeline: CommandPipeline;
  offices: OfficeDirectory;
  registers: StateRegisters;
  /** What an administrator decides about the law; the calendar comes from the log. */
  law: InstallationSettings;
}>;

/** Every use case, behind Nest's command bus. */
@Module({})
export class ApplicationModule {
  static with({ pipeline, offices, registers, law }: ApplicationPorts): DynamicModule {
    return {
      module: ApplicationModule,
      imports: [CqrsModule.forRoot()],
      providers: [
        { provide: CommandPipeline, useValue: pipeline },
        { provide: OfficeDirectory, useValue: offices },
        { provide: StateRegisters, useValue: registers },
        { provide: InstallationSettings, useValue: law },
        CalendarBook,
        CaseStreams,
        DwellingClaims,
        CaseActors,
        ComplaintStreams,
        ...handlers,
        ...complaintHandlers,
      ],
      exports: [CalendarBook, CqrsModule],
    };
  }
}
