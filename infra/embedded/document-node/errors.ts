/** Error codes of the real server that this node answers with, and their names. */
export const codeNames = {
  2: 'BadValue',
  9: 'FailedToParse',
  13: 'Unauthorized',
  14: 'TypeMismatch',
  16: 'InvalidLength',
  22: 'InvalidBSON',
  28: 'PathNotViable',
  40: 'ConflictingUpdateOperators',
  43: 'CursorNotFound',
  50: 'MaxTimeMSExpired',
  52: 'DollarPrefixedFieldName',
  53: 'InvalidIdField',
  54: 'NotSingleValueField',
  56: 'EmptyFieldName',
  59: 'CommandNotFound',
  66: 'ImmutableField',
  67: 'CannotCreateIndex',
  73: 'InvalidNamespace',
  85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict',
  175: 'QueryPlanKilled',
  238: 'NotImplemented',
  292: 'QueryExceededMemoryLimitNoDiskUseAllowed',
  8000: 'InternalError',
  10334: 'BSONObjectTooLarge',
  11000: 'DuplicateKey',
  14031: 'OutOfDiskSpace',
} as const;

export type ErrorCode = keyof typeof codeNames;

/** What a command answers instead of a result; `details` are further documents in the answer (`keyPattern`, `keyValue`). */
export class CommandError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: Readonly<Record<string, Buffer>> = {},
  ) {
    // It is told to a client, never to a developer; a replay makes thousands, and collecting their stacks would be most of the work.
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = limit;
  }
}

/** Refuses by name what this node does not implement (code 238). */
export const notImplemented = (what: string): CommandError =>
  new CommandError(238, `${what} is not implemented by the embedded document node`);

/** The error for a value that the real server would not accept either (code 2). */
export const badValue = (message: string): CommandError => new CommandError(2, message);
