import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CommandPipeline } from '@app/event-store';
import { CaseStreams } from './case-streams.js';
import { DwellingClaims } from './dwelling-claims.js';
import { OfficeDirectory } from './offices/office-directory.js';
import { handlers } from './use-cases/handlers.js';

/** What the use cases need from outside; made by whoever wires the process. */
export type ApplicationPorts = Readonly<{ pipeline: CommandPipeline; offices: OfficeDirectory }>;

/** Every use case, behind Nest's command bus. */
@Module({})
export class ApplicationModule {
  static with({ pipeline, offices }: ApplicationPorts): DynamicModule {
    return {
      module: ApplicationModule,
      imports: [CqrsModule.forRoot()],
      providers: [
        { provide: CommandPipeline, useValue: pipeline },
        { provide: OfficeDirectory, useValue: offices },
        CaseStreams,
        DwellingClaims,
        ...handlers,
      ],
      exports: [CqrsModule],
    };
  }
}
