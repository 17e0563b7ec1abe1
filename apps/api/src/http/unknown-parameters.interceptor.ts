import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { Observable } from 'rxjs';
import { unknownField } from '@app/contracts';
import { ProblemError } from '@app/platform';
import type { ApiRequest } from './request.js';

/** Refuses query parameters where a route declares none; where it declares some, their shape refuses the others. */
@Injectable()
export class UnknownParametersInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const given = Object.keys(context.switchToHttp().getRequest<ApiRequest>().query ?? {});
    if (given.length === 0 || declaresParameters(context)) return next.handle();
    throw new ProblemError('fields-invalid', 'See errors: each names a query parameter.', {
      errors: given.map((path) => ({ path, message: unknownField })),
    });
  }
}

/** Nest keeps the arguments of a handler by kind and place, `4:1`. */
const declaresParameters = (context: ExecutionContext): boolean => {
  const handler = context.getHandler().name;
  const declared: object = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), handler) ?? {};
  return Object.keys(declared).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
};
