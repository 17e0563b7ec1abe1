import { randomUUID } from 'node:crypto';
import { CommandBus, type Command } from '@nestjs/cqrs';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { isForeseen } from '@app/application';
import type { CommandAnswerDto, DryRunDto } from '@app/contracts';
import { Refusal } from '@app/domain';
import { type CommandContext, type CommandResult, type EventStore, StaleRevision } from '@app/event-store';
import { officeScopeOf, type CommandMetrics } from '@app/platform';
import { canonicalJson } from '@app/proof';
import { internalError, problemOf } from './problems/problem-of.js';
import { staleProblem } from './problems/stale-problem.js';
import { dryRunAnswer } from './dry-run-answer.js';
import { dryRunIn, headerOf, idempotencyKeyIn, revisionIn } from './headers.js';
import { languageOf, tellLanguage } from './language.js';
import { principalOf, routeOf, type ApiReply, type ApiRequest } from './request.js';

/** Carries commands out and answers as the contract says: the events in the body, the revision as ETag, the position in a header. */
export class Commands {
  constructor(
    private readonly bus: CommandBus,
    private readonly metrics: CommandMetrics,
    private readonly log: Pick<EventStore, 'read'>,
  ) {}

  /** `name`: under which it is counted. */
  async run(
    name: string,
    command: Command<CommandResult>,
    request: CommandRequest,
  ): Promise<CommandAnswerDto | DryRunDto> {
    try {
      return await (request.sender.dryRun
        ? this.#tryOut(name, command, request)
        : this.#carryOut(name, command, request));
    } catch (error) {
      this.metrics.count(name, (problemOf(error) ?? internalError).problem.code);
      throw error instanceof StaleRevision ? await staleProblem(error, this.log) : error;
    }
  }

  async #carryOut(
    name: string,
    command: Command<CommandResult>,
    { reply }: Pick<CommandRequest, 'reply'>,
  ): Promise<CommandAnswerDto> {
    const { stream, revision, position, events, repeated, told } = await this.bus.execute(command);
    this.metrics.count(name, repeated ? 'repeated' : 'done');
    reply.header('etag', `"${revision}"`).header('x-log-position', position);
    if (repeated) reply.header('idempotency-replayed', 'true');
    return { ...subjectOf(stream), revision, position, events, ...told };
  }

  /** A refusal is what was asked for, and no problem. */
  async #tryOut(
    name: string,
    command: Command<CommandResult>,
    { sent, reply }: Pick<CommandRequest, 'sent' | 'reply'>,
  ): Promise<DryRunDto> {
    const language = languageOf(sent);
    const found = await this.bus.execute(command).catch((error: unknown) => {
      if (error instanceof Refusal) return error;
      throw error;
    });
    if (!(found instanceof Refusal) && !isForeseen(found)) throw new Error(`the dry run of ${name} was carried out`);
    this.metrics.count(name, 'tried');
    reply.code(200).header('preference-applied', 'validate-only');
    tellLanguage(reply, language);
    return dryRunAnswer(found, language);
  }
}

/** What a command was about, as its answer names it. */
const subjectOf = (stream: string): Pick<CommandAnswerDto, 'caseId' | 'complaintId'> => {
  if (stream.startsWith('case-')) return { caseId: stream.slice('case-'.length) };
  return stream.startsWith('complaint-') ? { complaintId: stream.slice('complaint-'.length) } : {};
};

/** What a command needs of its request beside the body, and where its answer goes. */
export type CommandRequest = Readonly<{ sender: Sender; sent: ApiRequest; reply: ApiReply }>;

/** Who sends a command, when, on which revision, under which idempotency key. */
type Sender = Omit<CommandContext, 'request'>;

/** The sender, before the fields of the body are checked. Throws a problem 400 where a header cannot be read. */
export const FromRequest = createParamDecorator((_: unknown, host: ExecutionContext): CommandRequest => {
  const http = host.switchToHttp();
  const sent = http.getRequest<ApiRequest>();
  return { sender: senderOf(sent), sent, reply: http.getResponse<ApiReply>() };
});

/** The context of a command whose fields are checked: only then can its body be written as canonical JSON. */
export const contextOf = ({ sender, sent }: CommandRequest): CommandContext => ({ ...sender, request: textOf(sent) });

const senderOf = (request: ApiRequest): Sender => {
  const principal = principalOf(request);
  const recordedAt = request.receivedAt ?? new Date().toISOString();
  const key = idempotencyKeyIn(headerOf(request.headers, 'idempotency-key'));
  const dryRun = dryRunIn(headerOf(request.headers, 'prefer'));
  return {
    actor: principal.subject,
    onBehalfOf: null,
    office: officeScopeOf(principal),
    correlationId: request.id,
    causationId: null,
    // a key is its sender's: two callers who choose the same one do not meet
    idempotencyKey: `${principal.subject} ${(dryRun ? null : key) ?? randomUUID()}`,
    expectedRevision: revisionIn(headerOf(request.headers, 'if-match')),
    recordedAt,
    effectiveAt: effectiveAtIn(request.body) ?? recordedAt,
    dryRun,
  };
};

/** The same text for the same request, whatever the order of its fields. */
const textOf = (request: ApiRequest): string =>
  `${request.method} ${routeOf(request)} ${canonicalJson([request.params, request.body ?? null])}`;

/** Its form is checked with the other fields of the body. */
const effectiveAtIn = (body: unknown): string | null =>
  typeof body === 'object' && body !== null && 'effectiveAt' in body && typeof body.effectiveAt === 'string'
    ? body.effectiveAt
    : null;
