import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Observable } from 'rxjs';
import { unknownField } from '@app/contracts';
import { ProblemError } from '@app/platform';
import { routeOf, type ApiRequest } from './request.js';

/**
 * Refuses query parameters and fields of a body where the contract names none for a route; where it names some, their shape refuses the
 * others.
 */
export class UnknownFieldsInterceptor implements NestInterceptor {
  #taking: Taking | null = null;

  constructor(private readonly contract: () => OpenAPIObject) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    this.#refuse(request, 'parameters', Object.keys(request.query ?? {}));
    this.#refuse(request, 'body', Object.keys(Object(request.body)));
    return next.handle();
  }

  #refuse(request: ApiRequest, what: keyof Taking, given: readonly string[]): void {
    if (given.length === 0) return;
    this.#taking ??= takingOf(this.contract());
    if (this.#taking[what].has(`${methodOf(request)} ${routeOf(request)}`)) return;
    throw new ProblemError('fields-invalid', sentences[what], {
      errors: given.map((path) => ({ path, message: unknownField })),
    });
  }
}

/** Routes (`GET /api/v1/cases/:caseId`, as the router names it) that take parameters, and those that take a body. */
type Taking = Readonly<Record<'parameters' | 'body', ReadonlySet<string>>>;

const sentences: Readonly<Record<keyof Taking, string>> = {
  parameters: 'See errors: each names a query parameter.',
  body: 'See errors: each names a field by its path.',
};

const takingOf = ({ paths }: OpenAPIObject): Taking => {
  const routes = Object.entries(paths).flatMap(([path, { get, post }]) =>
    Object.entries({ GET: get, POST: post }).map(([method, operation]) => ({
      route: `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      parameters: operation?.parameters?.some((one) => 'in' in one && one.in === 'query') ?? false,
      body: operation?.requestBody !== undefined,
    })),
  );
  const that = (what: keyof Taking) => new Set(routes.filter((one) => one[what]).map(({ route }) => route));
  return { parameters: that('parameters'), body: that('body') };
};

/** Fastify answers HEAD wherever it answers GET. */
const methodOf = ({ method }: ApiRequest): string => (method === 'HEAD' ? 'GET' : method);
