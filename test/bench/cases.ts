import { caseDecider, samples, type CaseCommand } from '@app/domain';
import { CommandPipeline, type CommandContext, type CommandResult } from '@app/event-store';
import { randomUUID } from 'node:crypto';

/** A case that awaits payments: the price is far above what a bench pays. */
export const awaitingPayment = (caseId: string): readonly CaseCommand[] =>
  samples
    .pathUpTo('SignAgreement', samples.portalPath)
    .map((command) =>
      command.type === 'SubmitApplication'
        ? samples.submitApplication({ caseId, dwelling: { dwellingId: caseId, address: 'Almaty, Abay avenue 10, 5' } })
        : command,
    );

/** A command of the bench: one tiyn, one small event, with a reference that no other has. */
export const smallPayment = () => samples.recordPayment({ amount: 1, reference: randomUUID() });

/** Carries out a command of the bench on a case, as the api would. */
export const handle = (pipeline: CommandPipeline, caseId: string, command: CaseCommand): Promise<CommandResult> =>
  pipeline.handle({
    stream: `case-${caseId}`,
    decider: caseDecider,
    command,
    context: contextOf(command),
    rulebookOf: ({ application }) => application?.rulebook ?? null,
  });

const contextOf = (command: CaseCommand): CommandContext => ({
  actor: command.by,
  onBehalfOf: null,
  office: null,
  correlationId: randomUUID(),
  causationId: null,
  idempotencyKey: randomUUID(),
  expectedRevision: null,
  request: JSON.stringify(command),
  recordedAt: command.enteredAt,
  effectiveAt: command.at,
});
