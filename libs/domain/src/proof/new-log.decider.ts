import type { InstantString } from '../case/case.types.js';
import type { Decider } from '../decider.js';
import { refuse } from '../refusals/refuse.js';
import type { LastHead, NewLogEvent } from './proof-log.events.js';

/** The stream that says under which names the proof log was signed. */
export const newLogStream = 'proof-logs';

/** The log that is signed no more: its name, and its last head. */
export type StoppedLog = Readonly<{ origin: string; after: LastHead }>;

type Stopped = Readonly<{
  /** Null where heads are signed as ever. */
  stopped: StoppedLog | null;
}>;

export type RequestNewLog = Readonly<{
  type: 'RequestNewLog';
  at: InstantString;
  newLogId: string;
  reason: string;
  by: string;
}> &
  Stopped;

export type ConfirmNewLog = Readonly<{
  type: 'ConfirmNewLog';
  at: InstantString;
  newLogId: string;
  by: string;
  /** A name that no log has had. */
  origin: string;
  /** That this system says so; empty where no log is stopped. */
  mac: string;
}> &
  Stopped;

/** A new log as it stands: asked for, and begun once it is confirmed. */
export type KnownNewLog = Readonly<{
  newLogId: string;
  reason: string;
  requestedBy: string;
  requestedAt: InstantString;
  begun: Readonly<{ at: InstantString; confirmedBy: string; origin: string; after: LastHead }> | null;
}>;

/** Every new log in the order in which they were asked for, and the name of the one that was begun last; null before the first. */
export type NewLogs = Readonly<{ asked: readonly KnownNewLog[]; origin: string | null }>;

/**
 * Two administrators, and a log that is signed no more. Throws `new-log-needless`, `new-log-unknown`, `new-log-confirmed-already` and
 * `new-log-by-the-same`.
 */
export const newLogDecider = {
  initial: { asked: [], origin: null } as NewLogs,
  decide: (command: RequestNewLog | ConfirmNewLog, logs: NewLogs): readonly NewLogEvent[] =>
    command.type === 'RequestNewLog' ? request(command, logs) : confirm(command, logs),
  evolve: (logs: NewLogs, event: NewLogEvent): NewLogs => {
    if (event.type === 'NewLogRequested') return { ...logs, asked: [...logs.asked, requested(event.data)] };
    const { newLogId, at, confirmedBy, origin, after } = event.data;
    const begun = { at, confirmedBy, origin, after };
    const asked = logs.asked.map((one) => (one.newLogId === newLogId ? { ...one, begun } : one));
    return { asked, origin: begun.origin };
  },
} satisfies Decider<RequestNewLog | ConfirmNewLog, NewLogs, NewLogEvent>;

const request = ({ at, newLogId, reason, by, stopped }: RequestNewLog, logs: NewLogs): NewLogEvent[] => {
  lastHeadOf(stopped, logs);
  return [{ type: 'NewLogRequested', data: { at, newLogId, reason, requestedBy: by } }];
};

const confirm = ({ at, newLogId, by, origin, mac, stopped }: ConfirmNewLog, logs: NewLogs): NewLogEvent[] => {
  const found = newLogNamed(newLogId, logs);
  if (found.begun) throw refuse('new-log-confirmed-already', { newLogId });
  if (found.requestedBy === by) throw refuse('new-log-by-the-same', { newLogId });
  const after = lastHeadOf(stopped, logs);
  return [{ type: 'NewLogBegun', data: { at, newLogId, confirmedBy: by, origin, after, mac } }];
};

/** The new log of an id. Throws `new-log-unknown`. */
export const newLogNamed = (newLogId: string, logs: NewLogs): KnownNewLog => {
  const found = logs.asked.find((one) => one.newLogId === newLogId);
  if (!found) throw refuse('new-log-unknown', { newLogId });
  return found;
};

/** What is told of a log that another has followed since is no reason for a third. */
const lastHeadOf = (stopped: StoppedLog | null, { origin }: NewLogs): LastHead => {
  if (stopped === null || (origin !== null && origin !== stopped.origin)) throw refuse('new-log-needless');
  return stopped.after;
};

const requested = ({ at, newLogId, reason, requestedBy }: Requested): KnownNewLog => ({
  newLogId,
  reason,
  requestedBy,
  requestedAt: at,
  begun: null,
});

type Requested = Extract<NewLogEvent, { type: 'NewLogRequested' }>['data'];
