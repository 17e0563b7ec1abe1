// The client's generated messages; CommonJS, hence the default import. An internal path of a frozen package, pinned to 6.2.1.
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { endOfLog } from '../wire/messages.js';
import { invalidArgument, invalidPosition, notImplemented } from '../wire/refusal.js';
import { prefixFilter, type PrefixFilter } from './prefix-filter.js';

/** A revision or a commit position, or one of the two ends. */
export type Bound = number | 'start' | 'end';

export type ReadRequest = Readonly<{
  /** Null for `$all`. */
  stream: string | null;
  from: Bound;
  /** `from` is where a page of the log starts, as a checkpoint names it: the event there has not been seen yet. */
  isPageStart: boolean;
  backwards: boolean;
  /** How many events at most; null for a live subscription. */
  count: number | null;
  filter: PrefixFilter | null;
}>;

type Options = streams.ReadReq.Options;

const { Options } = streams.ReadReq;

/** What a client asks to read. Throws a `Refusal` where the node does not do it. */
export const parseReadRequest = (request: streams.ReadReq): ReadRequest => {
  const options = request.getOptions();
  if (!options) throw invalidArgument('a read needs options');
  refuseTheRest(options);
  const stream = options.getStream();
  const filter = options.getFilter();
  return {
    stream: stream ? streamNameOf(stream) : null,
    from: stream ? revisionOf(stream) : positionOf(options),
    isPageStart: options.getAll()?.getPosition()?.getPreparePosition() === '0',
    backwards: options.getReadDirection() === Options.ReadDirection.BACKWARDS,
    count: options.hasCount() ? Number(options.getCount()) : null,
    filter: filter ? prefixFilter(filter) : null,
  };
};

const refuseTheRest = (options: Options): void => {
  if (options.getResolveLinks()) throw notImplemented('link resolution');
  if (options.getUuidOption()?.hasStructured()) throw notImplemented('structured UUIDs');
  const live = options.hasSubscription();
  if (!live && !options.hasCount()) throw invalidArgument('a read needs a count or a subscription');
  if (options.hasFilter()) refuseFilterOf(options, live);
};

const refuseFilterOf = (options: Options, live: boolean): void => {
  if (!live) throw notImplemented('filtered reads');
  if (options.hasStream()) throw invalidArgument('only $all can be filtered');
};

const streamNameOf = (stream: streams.ReadReq.Options.StreamOptions): string => {
  const name = Buffer.from(stream.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString();
  if (name === '') throw invalidArgument('a read needs a stream name');
  if (name.startsWith('$$')) throw notImplemented('stream metadata');
  if (name.startsWith('$')) throw notImplemented(`the system stream ${name}`);
  return name;
};

const revisionOf = (stream: streams.ReadReq.Options.StreamOptions): Bound => {
  if (stream.hasRevision()) return stream.getRevision() === endOfLog ? 'end' : Number(stream.getRevision());
  return stream.hasEnd() ? 'end' : 'start';
};

const positionOf = (options: Options): Bound => {
  const all = options.getAll();
  if (!all) throw invalidArgument('a read needs a stream or $all');
  const position = all.getPosition();
  if (!position) return all.hasEnd() ? 'end' : 'start';
  const commit = position.getCommitPosition();
  if (commit === endOfLog) return 'end';
  if (![commit, '0'].includes(position.getPreparePosition())) throw invalidPosition();
  return commit === '0' ? 'start' : Number(commit);
};
