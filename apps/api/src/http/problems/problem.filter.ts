import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Logger, Problem } from '@app/platform';
import { withoutNumbers } from '../access/without-numbers.js';
import { languageOf, tellLanguage } from '../language.js';
import { routeOf, type ApiReply, type ApiRequest } from '../request.js';
import { internalErrorIn, problemOf, type Answer } from './problem-of.js';

/** Turns every error, of a rule as of the machine, into `application/problem+json` (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<ApiRequest>(), http.getResponse<ApiReply>());
  }

  answer(error: unknown, request: ApiRequest, reply: ApiReply): void {
    const language = languageOf(request);
    const answer = problemOf(error, language) ?? internalErrorIn(language);
    if (answer.problem.status >= 500) {
      this.logger.error({ err: error, correlationId: request.id, route: routeOf(request) }, answer.problem.code);
    }
    request.problemCode = answer.problem.code;
    if (reply.sent) return;
    tellLanguage(reply, language);
    send(answer, request, reply);
  }
}

/** A problem may repeat what somebody typed, as the name of a field: nobody needs to read an IIN again. */
const withoutTyped = (problem: Problem): Problem =>
  // Texts in it become others, nothing else.
  withoutNumbers(problem, false) as Problem;

const send = ({ problem, retryAfterSeconds }: Answer, request: ApiRequest, reply: ApiReply): void => {
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
  if (problem.allow) reply.header('allow', problem.allow.join(', '));
  if (retryAfterSeconds !== null) reply.header('retry-after', retryAfterSeconds);
  const body = { ...withoutTyped(problem), correlationId: request.id } satisfies Problem;
  reply.code(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(body));
};
