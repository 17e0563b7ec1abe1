import { Metadata, status, type StatusObject } from '@grpc/grpc-js';

/** A call that ends with an error. Thrown by the services, and sent as the status of the call. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: status,
    readonly details: string,
    /** What the client tells errors apart by: the trailer `exception`, and the ones that belong to it. */
    readonly trailers: Readonly<Record<string, string>> = {},
  ) {
    super(details);
  }

  toStatus(): StatusObject {
    const metadata = new Metadata();
    for (const [key, value] of Object.entries(this.trailers)) metadata.set(key, value);
    return { code: this.code, details: this.details, metadata };
  }
}

export const invalidArgument = (details: string): Refusal => new Refusal(status.INVALID_ARGUMENT, details);

/** A subscription asked to start behind a position that no event has. */
export const invalidPosition = (): Refusal => invalidArgument('Trying to read from an invalid position.');

/** The embedded node does not do this, and does not pretend to. */
export const notImplemented = (what: string): Refusal =>
  new Refusal(status.UNIMPLEMENTED, `The embedded event node does not implement ${what}. Use EventStoreDB for it.`);

/** Both names, of streams and of event types, are kept with a two-byte length. */
export const longestName = 65_535;

/** Throws a `Refusal` for a stream name that is none, or that means something special on the real server. */
export const checkStreamName = (name: string): void => {
  if (name === '') throw invalidArgument('a stream has a name');
  if (name.startsWith('$$')) throw notImplemented('stream metadata');
  if (name.startsWith('$')) throw notImplemented(`the system stream ${name}`);
  if (Buffer.byteLength(name) > longestName) throw invalidArgument('the stream name is too long');
};

export const unavailable = (): Refusal => new Refusal(status.UNAVAILABLE, 'Server Is Not Ready');

/** The largest sum of data that one append may carry. */
export const maximumAppendSize = 1_048_576;

export const appendTooLarge = (): Refusal =>
  new Refusal(status.INVALID_ARGUMENT, `Maximum Append Size of ${maximumAppendSize} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(maximumAppendSize),
  });

/** What a call that failed answers; what is not a refusal is a defect of the node, and says so. */
export const refusalOf = (error: unknown): Refusal =>
  error instanceof Refusal ? error : new Refusal(status.INTERNAL, `The embedded event node failed: ${String(error)}`);
