import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Observable } from 'rxjs';
import { unknownField } from '@app/contracts';
import { ProblemError } from '@app/platform';
import { routeOf, type ApiRequest } from './request.js';

/** Refuses query parameters where the contract names none for a route; where it names some, their shape refuses the others. */
export class UnknownParametersInterceptor implements NestInterceptor {
  #taking: ReadonlySet<string> | null = null;

  constructor(private readonly contract: () => OpenAPIObject) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const given = Object.keys(request.query ?? {});
    if (given.length === 0) return next.handle();
    this.#taking ??= new Set(routesWithParameters(this.contract()));
    if (this.#taking.has(`${methodOf(request)} ${routeOf(request)}`)) return next.handle();
    throw new ProblemError('fields-invalid', 'See errors: each names a query parameter.', {
      errors: given.map((path) => ({ path, message: unknownField })),
    });
  }
}

/** `GET /api/v1/cases/:caseId`, as the router names it. */
const routesWithParameters = ({ paths }: OpenAPIObject): readonly string[] =>
  Object.entries(paths).flatMap(([path, { get, post }]) =>
    Object.entries({ GET: get, POST: post }).flatMap(([method, operation]) => {
      const takesSome = operation?.parameters?.some((one) => 'in' in one && one.in === 'query');
      return takesSome ? [`${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`] : [];
    }),
  );

/** Fastify answers HEAD wherever it answers GET. */
const methodOf = ({ method }: ApiRequest): string => (method === 'HEAD' ? 'GET' : method);
