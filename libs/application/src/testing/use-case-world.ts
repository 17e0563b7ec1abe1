import { CommandBus } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { dwellingDecider, eventSchemas, type OfficeSettings } from '@app/domain';
import { CommandPipeline, createCodec, type CommandResult } from '@app/event-store';
import { MemoryEventStore } from '../../../event-store/src/testing/memory-event-store.js';
import * as application from '../index.js';
import { openSeals } from './open-seals.js';
import { sampleApplication, sampleContext } from './sample-application.js';

/** The use cases as they are wired, over a log in memory. */
export type UseCaseWorld = Readonly<{
  store: MemoryEventStore;
  bus: CommandBus;
  index: application.RegistrationIndex;
  /** Submits the sample application under a key. */
  submit: (key: string, overrides?: object, context?: object) => Promise<CommandResult>;
  /** Claims a dwelling under its id as it is written, as the first versions did. */
  claimAsWritten: (dwellingId: string, caseId: string) => Promise<unknown>;
  /** The types of a stream's events. */
  typesIn: (stream: string) => readonly string[];
}>;

type Outside = Readonly<{
  registers: application.StateRegisters;
  offices: readonly OfficeSettings[];
  law: application.InstallationSettings;
}>;

export const openUseCases = async ({
  registers = new application.NoStateRegisters(),
  offices = application.sampleOffices,
  law = new application.InstallationSettings(),
}: Partial<Outside> = {}): Promise<UseCaseWorld> => {
  const store = new MemoryEventStore();
  const codec = createCodec({ schemas: eventSchemas, vault: openSeals });
  const pipeline = new CommandPipeline({ store, codec, retry: { retryDelaysMs: [0] } });
  const log = { follow: store.follow.bind(store), decodeEach: codec.decodeEach };
  const ports = { pipeline, log, offices: new application.ConfiguredOffices(offices), registers, law };
  const module = await Test.createTestingModule({ imports: [application.ApplicationModule.with(ports)] }).compile();
  await module.init();
  const bus = module.get(CommandBus);
  return {
    store,
    bus,
    index: module.get(application.RegistrationIndex, { strict: false }),
    submit: (key, overrides = {}, context = {}) =>
      bus.execute(new application.SubmitApplication(sampleApplication(overrides), sampleContext(key, context))),
    claimAsWritten: (dwellingId, caseId) =>
      pipeline.handle({
        stream: `dwelling-${dwellingId}`,
        decider: dwellingDecider,
        command: {
          type: 'ClaimDwelling',
          dwellingId,
          caseId,
          at: 'then',
          otherHolders: [],
          endedCaseIds: [],
          isReopened: false,
        },
        context: sampleContext(`claim ${dwellingId}`),
      }),
    typesIn: (stream) => store.log.filter((event) => event.stream === stream).map(({ type }) => type),
  };
};
