import { pino, type DestinationStream, type Logger as PinoLogger, type LoggerOptions } from 'pino';
import type { LogLevel } from '../config/config.js';
import { redact } from './redaction.js';
import { standardErrorLines } from './standard-error.js';

export type Logger = PinoLogger;

export type LoggerSettings = Readonly<{
  /** The process that speaks, e.g. `api`. */
  name: string;
  level: LogLevel;
  /** Where lines go. Absent: to standard error, so that standard output stays free for answers. */
  destination?: DestinationStream;
}>;

/**
 * One JSON object a line on standard error; in a terminal, text for people. Every field and message is redacted before it is
 * written: no token, no IIN, no name, no address.
 */
export const createLogger = ({ name, level, destination }: LoggerSettings): Logger => {
  const options: LoggerOptions = {
    level,
    base: { service: name },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    // errors arrive redacted, as plain objects
    serializers: { err: (error: unknown) => error },
    hooks: { logMethod: redactArguments },
  };
  return redactingBindings(pino(options, destination ?? standardError()));
};

/** pino passes the bindings of a child past every hook. */
const redactingBindings = (logger: Logger): Logger => {
  const { child } = logger;
  const redacting = function (this: Logger, bindings: object, ...rest: unknown[]): Logger {
    return Reflect.apply(child, this, [redact(bindings), ...rest]);
  };
  return Object.assign(logger, { child: redacting });
};

/** The signature is pino's: the arguments of a call, and the method that writes them. */
function redactArguments(this: Logger, args: unknown[], method: (this: Logger, ...args: never[]) => void): void {
  const redacted = args.map((argument) => (argument instanceof Error ? { err: redact(argument) } : redact(argument)));
  // pino's own typing of a call is a tuple of many shapes; redaction keeps the number and the order
  method.apply(this, redacted as never[]);
}

/** Loaded only where a person reads: a start is quicker without it. */
const pretty = process.stderr.isTTY ? (await import('pino-pretty')).PinoPretty : null;

const standardError = (): DestinationStream =>
  pretty
    ? pretty({ destination: 2, ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss', sync: true })
    : standardErrorLines();
