/** Who asks, on what grounds, and how a repeat is recognized. Made by the api from the request. */
export type CommandContext = Readonly<{
  actor: string;
  onBehalfOf: string | null;
  office: string | null;
  correlationId: string;
  causationId: string | null;
  /** The client's `Idempotency-Key`, or a fresh uuid. */
  idempotencyKey: string;
  /** From `If-Match`; where given, no retry on a conflict. */
  expectedRevision: number | null;
  /** Everything that makes two requests the same: route, parameters, body. Digested with a key before it is stored. */
  request: string;
  /** Now, ISO 8601. */
  recordedAt: string;
  /** When it happened, ISO 8601; `recordedAt` where the client did not say. */
  effectiveAt: string;
  /** Asks what the command would do: nothing is written, and the pipeline refuses to. Absent: it is carried out. */
  dryRun?: boolean;
}>;

/**
 * What a command answers: the stream's new revision, the log position to wait for, and the events. Where nothing was to be
 * written: no events, the stream's place as it is; revision -1 and position 0 for a stream without events.
 */
export type CommandResult = Readonly<{
  stream: string;
  revision: number;
  position: number;
  events: readonly Readonly<{ type: string; eventId: string }>[];
  /** True where the same request had been carried out before. */
  repeated: boolean;
  /** What the command tells of the state that it left; absent where it tells nothing. */
  told?: Readonly<Record<string, string | null>>;
}>;
