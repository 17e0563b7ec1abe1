// The client's generated messages; CommonJS, hence the default import. An internal path of a frozen package, pinned to 6.2.1.
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { LogIndex } from '../log/log-index.js';
import { invalidArgument, notImplemented } from '../wire/refusal.js';

/** Which events of `$all` a subscription wants, and how often it is told how far it has seen. */
export type PrefixFilter = Readonly<{
  on: 'stream' | 'type';
  prefixes: readonly string[];
  /** Events looked at per page. */
  window: number;
  /** Events looked at between two checkpoints. */
  interval: number;
}>;

/** Window where the client names none. */
const defaultWindow = 32;

/** Throws a `Refusal` for regular expressions: the real server's are .NET's, and near is not the same. */
export const prefixFilter = (filter: streams.ReadReq.Options.FilterOptions): PrefixFilter => {
  const window = filter.hasMax() ? filter.getMax() : defaultWindow;
  const interval = window * filter.getCheckpointintervalmultiplier();
  if (interval === 0) throw invalidArgument('search window and checkpoint interval must be above zero');
  const on = filter.hasStreamIdentifier() ? 'stream' : 'type';
  return { on, prefixes: prefixesOf(filter.getStreamIdentifier() ?? filter.getEventType()), window, interval };
};

const prefixesOf = (expression: streams.ReadReq.Options.FilterOptions.Expression | undefined): readonly string[] => {
  if (expression?.getRegex()) throw notImplemented('regular expressions in filters; filter by prefixes');
  const prefixes = expression?.getPrefixList() ?? [];
  if (prefixes.length === 0) throw invalidArgument('a filter needs a prefix');
  return prefixes;
};

/** Whether an event passes; looks at each name once only. */
export const matcher = (filter: PrefixFilter, index: LogIndex): ((ordinal: number) => boolean) => {
  const names = filter.on === 'stream' ? index.streams : index.types;
  const numberAt =
    filter.on === 'stream'
      ? (ordinal: number) => index.streamNumberAt(ordinal)
      : (ordinal: number) => index.typeNumberAt(ordinal);
  const seen: boolean[] = [];
  return (ordinal) => {
    const number = numberAt(ordinal);
    return (seen[number] ??= filter.prefixes.some((prefix) => names.nameAt(number).startsWith(prefix)));
  };
};
