import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CommandPipeline } from '@app/event-store';
import { CalendarBook } from './calendar/calendar-book.js';
import { CaseStreams } from './case-streams.js';
import { CorrectComplaintHandler } from './complaints/correct-complaint.js';
import { DecideComplaintHandler } from './complaints/decide-complaint.js';
import { ActionsOfComplaintHandler } from './complaints/actions-of-complaint.js';
import { ActOnComplaintHandler } from './complaints/act-on-complaint.js';
import { ComplaintStreams } from './complaints/complaint-streams.js';
import { FileComplaintHandler } from './complaints/file-complaint.js';
import { DwellingClaims } from './dwelling-claims.js';
import { InstallationSettings } from './installation-settings.js';
import { OfficeDirectory } from './offices/office-directory.js';
import { type OpenLog, RegistrationIndex } from './registration/registration-index.js';
import { RegistrationNumbers } from './registration/registration-numbers.js';
import { StateRegisters } from './registers/state-registers.js';
import { ActOnCaseHandler } from './use-cases/act-on-case.js';
import { ActionsOfCaseHandler } from './use-cases/actions-of-case.js';
import { AskAboutFamilyHandler } from './use-cases/ask-about-family.js';
import { AskStateRegisterHandler } from './use-cases/ask-state-register.js';
import { AddCalendarYearHandler } from './use-cases/add-calendar-year.js';
import { ChangeCalendarDayHandler } from './use-cases/change-calendar-day.js';
import { CorrectRecordHandler } from './use-cases/correct-record.js';
import { FormCommissionHandler } from './use-cases/form-commission.js';
import { RegisterApplicationHandler } from './use-cases/register-application.js';
import { SubmitApplicationHandler } from './use-cases/submit-application.js';

/** What the use cases need from outside; made by whoever wires the process. */
export type ApplicationPorts = Readonly<{
  pipeline: CommandPipeline;
  /** Read to its end, once in its life, for the numbers that it holds. */
  log: OpenLog;
  offices: OfficeDirectory;
  registers: StateRegisters;
  /** What an administrator decides about the law; the calendar comes from the log. */
  law: InstallationSettings;
}>;

/** One handler carries out what says all that its decision needs; the others gather facts first, or ask. */
const handlers = [
  ActOnCaseHandler,
  SubmitApplicationHandler,
  FormCommissionHandler,
  CorrectRecordHandler,
  AskAboutFamilyHandler,
  RegisterApplicationHandler,
  AskStateRegisterHandler,
  ActOnComplaintHandler,
  FileComplaintHandler,
  DecideComplaintHandler,
  CorrectComplaintHandler,
  ChangeCalendarDayHandler,
  AddCalendarYearHandler,
  ActionsOfCaseHandler,
  ActionsOfComplaintHandler,
];

/** Every use case, behind Nest's command bus. */
@Module({})
export class ApplicationModule {
  static with({ pipeline, log, offices, registers, law }: ApplicationPorts): DynamicModule {
    return {
      module: ApplicationModule,
      imports: [CqrsModule.forRoot()],
      providers: [
        { provide: CommandPipeline, useValue: pipeline },
        { provide: RegistrationIndex, useValue: new RegistrationIndex(log, pipeline) },
        { provide: OfficeDirectory, useValue: offices },
        { provide: StateRegisters, useValue: registers },
        { provide: InstallationSettings, useValue: law },
        CalendarBook,
        CaseStreams,
        DwellingClaims,
        RegistrationNumbers,
        ComplaintStreams,
        ...handlers,
      ],
      exports: [CalendarBook, CqrsModule, OfficeDirectory, RegistrationIndex],
    };
  }
}
