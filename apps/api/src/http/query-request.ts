import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { localDateOf, type Language } from '@app/domain';
import { officeScopeOf, type Principal } from '@app/platform';
import type { Looking } from './access/looking.js';
import { headerOf, positionIn, waitIn } from './headers.js';
import { languageOf } from './language.js';
import { lookingOf, principalOf, type ApiReply, type ApiRequest } from './request.js';

/** What a query needs of its request beside its parameters. */
export type QueryRequest = Readonly<{
  caller: Principal;
  /** The one office whose cases the caller sees; null where it sees every office's. */
  officeScope: string | null;
  /** What the request may see of persons, and what it has seen. */
  looking: Looking;
  /** The position that the answer must include; null where any will do. */
  minPosition: number | null;
  /** The parameter that asked for it, where it was not `X-Min-Position`. */
  minPositionName?: string;
  waitSeconds: number;
  /** `ETag`s of what the caller has already. */
  ifNoneMatch: readonly string[];
  /** In which the answer speaks to people. */
  language: Language;
  /** When the request came, ISO 8601. */
  now: string;
  reply: ApiReply;
}>;

/** Who asks, and how fresh the answer must be. */
export const Asking = createParamDecorator((_: unknown, host: ExecutionContext): QueryRequest => {
  const http = host.switchToHttp();
  const request = http.getRequest<ApiRequest>();
  const principal = principalOf(request);
  return {
    caller: principal,
    officeScope: officeScopeOf(principal),
    looking: lookingOf(request),
    minPosition: positionIn(headerOf(request.headers, 'x-min-position')),
    waitSeconds: waitIn(headerOf(request.headers, 'prefer')),
    ifNoneMatch: (headerOf(request.headers, 'if-none-match') ?? '')
      .split(',')
      .map((tag) => tag.trim().replace(/^W\//, '')),
    language: languageOf(request),
    now: request.receivedAt ?? new Date().toISOString(),
    reply: http.getResponse<ApiReply>(),
  };
});

/** The one zone of the country since 1 March 2024 (docs/law/rules.md 4.5). */
export const countryZone = 'Asia/Almaty';

/** The date in the country when the request came. */
export const todayOf = ({ now }: QueryRequest): string => localDateOf(now, countryZone);
