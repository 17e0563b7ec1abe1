import type { ProblemDto } from '@app/contracts';

/** What the API says where it does not do what it is asked (RFC 9457), as the one error of the console. */
export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(
    readonly status: number,
    /** The code of the API; `offline` where nothing answered, `unreadable` where the answer is none of the API's. */
    readonly code: string,
    message: string,
    readonly body: Partial<ProblemDto> = {},
  ) {
    super(message);
  }

  /** Whether the same request may go well in a moment. */
  get mayPass(): boolean {
    return this.status === 0 || this.status === 429 || this.status === 503;
  }
}

/** The problem that an answer tells. */
export const problemIn = async (response: Response): Promise<Problem> => {
  const { status } = response;
  const isProblem = response.headers.get('content-type')?.includes('problem+json') === true;
  // the API's own words, by their media type
  const body = isProblem ? ((await response.json()) as Partial<ProblemDto>) : {};
  return new Problem(status, body.code ?? 'unreadable', body.detail ?? body.title ?? '', body);
};
