import { chainFaults } from '@app/proof';

/**
 * What may be wrong with a whole log, beside what its chains tell. FORGED_HEAD: a head that is not signed by the log's key, or is another than
 * the one that was kept. HEAD_GONE: a head that was signed is not in the log. FORKED: the log's entries do not make the root that was signed or
 * cosigned. TRUNCATED: more entries were signed or cosigned than the log holds. FORGED_NAME: the log says that it went on under a new name,
 * and this system did not begin it.
 */
export const logFaults = [...chainFaults, 'FORGED_HEAD', 'HEAD_GONE', 'FORKED', 'TRUNCATED', 'FORGED_NAME'] as const;

/** Something that is wrong, in words; the event where one can be named. */
export type LogFault = Readonly<{
  fault: (typeof logFaults)[number];
  stream: string | null;
  revision: number | null;
  detail: string;
}>;

/** What a witness said of the log: the size that it has cosigned; null with why where it told none. */
export type WitnessAsked = Readonly<{ name: string; size: number | null; problem: string | null }>;

/**
 * The log under one of its names: how many entries its last head has as far as is known, how many of these the log is known to hold (those
 * of the last of its heads that stands in it), how many of its heads a restored log has lost.
 */
export type SignedLog = Readonly<{ origin: string; size: number; held: number; lost: number; isCurrent: boolean }>;

/** What a verification of the log found. Instants are ISO 8601, `root` is base64. */
export type LogVerification = Readonly<{
  startedAt: string;
  finishedAt: string;
  /** Whether all of the log was looked at; else what came after the position `from`. */
  full: boolean;
  from: number | null;
  until: number | null;
  /** Events that were looked at now, and all that the log holds. */
  looked: number;
  events: number;
  /** The tree over them. */
  size: number;
  root: string;
  /** Heads, and what witnesses told, that were compared with it. */
  compared: number;
  witnesses: readonly WitnessAsked[];
  /** The log under each of its names, in the order in which they were begun. */
  logs: readonly SignedLog[];
  /** How much is wrong, and the first hundred of it. */
  faults: number;
  found: readonly LogFault[];
  sound: boolean;
}>;
