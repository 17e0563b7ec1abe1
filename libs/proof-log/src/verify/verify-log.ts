import type { EventStore } from '@app/event-store';
import type { WitnessSetting } from '@app/platform';
import { toBase64, type Edge, type KnownLog } from '@app/proof';
import { currentName, namesIn, namesStream, vkeyAs, type LogNames } from '../names/log-names.js';
import type { ProofStores } from '../proof-stores.js';
import { chainHashOf } from '../tree/chain-hash-of.js';
import { namedLogs } from './ended-logs.js';
import { headsOfLog } from './heads-of-log.js';
import { LogReading, mostNamed } from './log-reading.js';
import type { LogFault, LogVerification } from './log-verification.js';
import { TreeCheck, wasCompared } from './tree-check.js';
import type { SoundUntil } from './verification-store.js';
import { witnessedHeads, type WitnessedNow } from './witnessed-heads.js';

/** What is kept beside the log: heads as they were signed, and what verifications found. */
export type KeptBesideLog = Readonly<{
  heads: Pick<ProofStores['heads'], 'all'>;
  verifications: Pick<ProofStores['verifications'], 'soundUntil' | 'keep'>;
}>;

/** Of a log that has nothing beside it, such as a copy. */
export const nothingBesideLog: KeptBesideLog = {
  heads: { all: async () => [] },
  verifications: { soundUntil: async () => null, keep: async () => undefined },
};

export type VerifyingLog = Readonly<{
  log: Pick<EventStore, 'written' | 'read' | 'eventAt' | 'lastPosition'>;
  stores: KeptBesideLog;
  /** The log as it signs, under its first name: by its own key file, not by what a database says. */
  known: KnownLog;
  witnesses: readonly WitnessSetting[];
  /** A MAC under the key of the vault: it tells what this system wrote. Null where it is not at hand: then every new log is believed. */
  mac: ((text: string) => string) | null;
  /** Looks at all of it, and not only at what came since it was found sound. */
  full: boolean;
  signal: AbortSignal;
  /** Told the share that is done, 0 to 1. */
  onProgress: (share: number) => void;
  /** Now, ISO 8601. */
  now: () => string;
}>;

/**
 * Verifies the log: reads it once, recomputes the hash of every event, the chain of every stream and the tree over all, and compares it with
 * every signed head and with what the witnesses have cosigned. Keeps what it found, and how far the log is sound. Throws where a store is away, and when aborted.
 */
export const verifyLog = async (verifying: VerifyingLog): Promise<LogVerification> => {
  const { log, stores, known, mac, now, full } = verifying;
  const startedAt = now();
  const sound = full || mac === null ? null : await stillThere(log, await stores.verifications.soundUntil(mac));
  // Asked first: what they know of is in the log by the time that it is read.
  const { names, forged } = await namesIn(log, known.origin, mac);
  const ofNow = knownAs(known, currentName(names).origin);
  const witnessed = await witnessedHeads(verifying.witnesses, ofNow);
  const heads = await headsOfLog(log, await stores.heads.all(), { names, logs: knownLogs(names, ofNow) });
  const named = await namedLogs(names, heads.inLog, verifying.witnesses);
  const told = [...named.claims, ...witnessed.flatMap(claimOf)];
  const before =
    sound !== null && told.every((claim) => wasCompared(claim, sound.edge.size, heads.claims)) ? sound : null;
  const tree = new TreeCheck([...heads.claims, ...told], before?.edge);
  const reading = new LogReading(log, tree, before);
  await reading.read(verifying);
  const end = tree.end();
  const others = [...forged.map(forgedName), ...heads.found, ...named.found, ...end.found];
  const found = [...reading.named, ...others];
  const faults = reading.faults + others.length;
  const verification = {
    startedAt,
    finishedAt: now(),
    ...read(reading, before),
    size: end.edge.size,
    root: toBase64(end.root),
    compared: end.compared,
    witnesses: witnessed.map(({ name, size, problem }) => ({ name, size, problem })),
    logs: named.logs,
    faults,
    found: found.slice(0, mostNamed),
    sound: faults === 0,
  };
  if (mac !== null) await stores.verifications.keep(verification, soundUntil(verification, reading, end.edge), mac);
  return verification;
};

/** The key signs under every name; whoever knows it under one knows it under all. */
const knownAs = ({ vkeys }: KnownLog, origin: string): KnownLog => ({
  origin,
  vkeys: vkeys.map((vkey) => vkeyAs(vkey, origin)),
});

/** How heads of each name are checked: those of now by the key file, those of before by the key that the log after them names. */
const knownLogs = (names: LogNames, ofNow: KnownLog): ReadonlyMap<string, KnownLog> =>
  new Map([
    ...names.flatMap(({ after }): readonly (readonly [string, KnownLog])[] =>
      after?.vkey ? [[after.origin, { origin: after.origin, vkeys: [after.vkey] }]] : [],
    ),
    // Whoever has no key is told by roots alone.
    ...(ofNow.vkeys.length === 0 ? [] : [[ofNow.origin, ofNow] as const]),
  ]);

const read = ({ looked, last }: LogReading, before: SoundUntil | null) => ({
  full: before === null,
  from: before?.position ?? null,
  until: last?.position ?? null,
  looked,
  events: (before?.events ?? 0) + looked,
});

/** Null where anything is wrong: then all is looked at the next time. */
const soundUntil = ({ sound, events }: LogVerification, { last }: LogReading, edge: Edge): SoundUntil | null =>
  sound && last ? { ...last, events, edge } : null;

/** A look goes on where the log still holds the event at which the one before ended; else all is looked at. */
const stillThere = async (log: VerifyingLog['log'], before: SoundUntil | null): Promise<SoundUntil | null> => {
  if (before === null) return null;
  const event = await log.eventAt(before.position);
  return event && chainHashOf(event) === before.hash ? before : null;
};

const forgedName = (revision: number): LogFault => ({
  fault: 'FORGED_NAME',
  stream: namesStream,
  revision,
  detail: `event ${revision} of ${namesStream} says that a new log was begun, and nobody confirmed it here`,
});

const claimOf = ({ name, size, root }: WitnessedNow) =>
  size === null ? [] : [{ size, root, who: `what ${name} has cosigned` }];
