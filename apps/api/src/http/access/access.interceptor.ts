import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { catchError, from, mergeMap, type Observable } from 'rxjs';
import { ProblemError } from '@app/platform';
import type { ApiRequest } from '../request.js';
import { AccessRefused } from './access-words.js';
import { AccessBook } from './access-book.js';
import { withoutNumbers } from './without-numbers.js';

/** Sends an answer that shows persons in clear once it is on record who sees them, and records whoever tried in vain. */
@Injectable()
export class AccessInterceptor implements NestInterceptor {
  constructor(private readonly book: AccessBook) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    if (!request.principal) return next.handle();
    return from(this.#begin(request)).pipe(
      mergeMap(() => next.handle()),
      mergeMap((answer) => this.#recorded(request, answer)),
      catchError((error: unknown) => from(this.#refused(request, error))),
    );
  }

  async #begin(request: ApiRequest): Promise<void> {
    request.looking = this.book.begin(request);
  }

  async #recorded(request: ApiRequest, answer: unknown): Promise<unknown> {
    const { looking } = request;
    const inClear = looking?.hasSeen ?? false;
    if (looking && inClear) await this.book.shown(request, looking);
    return withoutNumbers(answer, inClear);
  }

  /** Only what was tried at persons is a matter of this record; everything else passes. */
  async #refused(request: ApiRequest, error: unknown): Promise<never> {
    if (isTry(error) || request.looking?.isTurnedAway) await this.book.refused(request, codeOf(error));
    throw error;
  }
}

const isTry = (error: unknown): boolean =>
  (error instanceof AccessRefused && error.code !== 'access-not-recorded') ||
  (error instanceof ProblemError && error.problem.code === 'permission-missing');

const codeOf = (error: unknown): string => {
  if (error instanceof AccessRefused) return error.code;
  return error instanceof ProblemError ? error.problem.code : 'not-of-your-office';
};
