// The client's generated messages; CommonJS, hence the default import. An internal path of a frozen package, pinned to 6.2.1.
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { endOfLog } from '../wire/messages.js';
import { checkStreamName, invalidArgument, invalidPosition, notImplemented } from '../wire/refusal.js';

/** A commit position, or one of the two ends of the log. */
export type Bound = number | 'start' | 'end';

/** Which streams of `$all` a subscription wants, by the beginnings of their names, and how often it is told how far it has seen. */
export type PrefixFilter = Readonly<{
  prefixes: readonly string[];
  /** Events looked at per page. */
  window: number;
  /** Events looked at between two checkpoints. */
  interval: number;
}>;

/** Events of a stream, forwards from a revision. */
export type StreamRead = Readonly<{ kind: 'stream'; stream: string; from: number; count: number }>;

/** Events of the log: forwards, or backwards from its end. */
export type LogRead = Readonly<{ kind: 'log'; from: Bound; backwards: boolean; count: number }>;

export type Subscribing = Readonly<{
  kind: 'subscription';
  from: Bound;
  /** `from` is where a page of the log starts, as a checkpoint names it: the event there has not been seen yet. */
  isPageStart: boolean;
  filter: PrefixFilter;
}>;

type Options = streams.ReadReq.Options;
type StreamOptions = streams.ReadReq.Options.StreamOptions;

const { Options } = streams.ReadReq;

/** What a client asks to read. Throws a `Refusal` where the node does not do it. */
export const parseReadRequest = (request: streams.ReadReq): StreamRead | LogRead | Subscribing => {
  const options = request.getOptions() ?? new Options();
  if (options.getResolveLinks()) throw notImplemented('link resolution');
  if (options.getUuidOption()?.hasStructured()) throw notImplemented('structured UUIDs');
  return options.hasSubscription() ? subscribing(options) : read(options);
};

const subscribing = (options: Options): Subscribing => {
  const filter = options.getFilter();
  if (options.hasStream() || !filter) throw notImplemented('subscriptions without a filter on $all');
  const isPageStart = options.getAll()?.getPosition()?.getPreparePosition() === '0';
  return { kind: 'subscription', from: positionOf(options), isPageStart, filter: prefixFilter(filter) };
};

const read = (options: Options): StreamRead | LogRead => {
  if (options.hasFilter()) throw notImplemented('filtered reads');
  const backwards = options.getReadDirection() === Options.ReadDirection.BACKWARDS;
  const count = Number(options.getCount());
  if (count === 0) throw notImplemented('reads of no events');
  const stream = options.getStream();
  if (stream) return { kind: 'stream', stream: nameOf(stream), from: revisionOf(stream, backwards), count };
  const from = positionOf(options);
  if (backwards && from !== 'end') throw notImplemented('reads of $all backwards from anywhere but its end');
  return { kind: 'log', from, backwards, count };
};

const nameOf = (stream: StreamOptions): string => {
  const name = Buffer.from(stream.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString();
  checkStreamName(name);
  return name;
};

const revisionOf = (stream: StreamOptions, backwards: boolean): number => {
  if (backwards || stream.hasEnd()) throw notImplemented('reads of a stream backwards or from its end');
  return stream.hasRevision() ? Number(stream.getRevision()) : 0;
};

/** Window where the client names none. */
const defaultWindow = 32;

const prefixFilter = (filter: streams.ReadReq.Options.FilterOptions): PrefixFilter => {
  const window = filter.hasMax() ? filter.getMax() : defaultWindow;
  const interval = window * filter.getCheckpointintervalmultiplier();
  if (interval === 0) throw invalidArgument('search window and checkpoint interval must be above zero');
  return { prefixes: prefixesOf(filter), window, interval };
};

/** Regular expressions are refused: the real server's are .NET's, and near is not the same. */
const prefixesOf = (filter: streams.ReadReq.Options.FilterOptions): readonly string[] => {
  const expression = filter.getStreamIdentifier();
  if (!expression) throw notImplemented('filters by event type; filter by stream name');
  if (expression.getRegex()) throw notImplemented('regular expressions in filters; filter by prefixes');
  const prefixes = expression.getPrefixList();
  if (prefixes.length === 0) throw invalidArgument('a filter needs a prefix');
  return prefixes;
};

const positionOf = (options: Options): Bound => {
  const all = options.getAll();
  const position = all?.getPosition();
  if (!position) return all?.hasEnd() ? 'end' : 'start';
  const commit = position.getCommitPosition();
  if (commit === endOfLog) return 'end';
  if (![commit, '0'].includes(position.getPreparePosition())) throw invalidPosition();
  return commit === '0' ? 'start' : Number(commit);
};
