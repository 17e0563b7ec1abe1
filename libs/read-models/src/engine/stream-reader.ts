import type { LogEntry } from './projection.js';

/** Reads what a stream holds from a revision (inclusive) to its end, unsealed and upcast. */
export type StreamReader = (stream: string, fromRevision: number) => Promise<readonly LogEntry[]>;
