import { setImmediate } from 'node:timers';
import { CommandError } from '../errors.js';

/** What runs a function in one transaction: all of it is on the disk when this returns, or none of it happened. */
export type Transact = (work: () => void) => void;

type Job = Readonly<{
  kind: 'shared' | 'alone';
  prepare: () => void;
  work: () => unknown;
  settle: (outcome: Outcome) => void;
}>;

type Outcome = Readonly<{ result: unknown } | { error: unknown }>;

/** After this long in one transaction, what waits goes into the next one. */
const longestGroupMs = 25;

/**
 * Lets one write happen at a time. Commands that arrive together share a transaction and so a sync of the disk; each is
 * acknowledged after it.
 */
export class WriteQueue {
  private waiting: Job[] = [];
  private scheduled = false;

  constructor(
    private readonly transact: Transact,
    private readonly beforeCommit: () => void,
    private readonly afterCommit: () => void,
  ) {}

  /** Runs the work inside a transaction that others may share; `prepare` runs before that transaction begins. A throw undoes all of the work. */
  run<T>(work: () => T, prepare: () => void = noPreparation): Promise<T> {
    return this.add('shared', work, prepare);
  }

  /** Runs work that makes transactions of its own, with no other write beside it. */
  alone<T>(work: () => T): Promise<T> {
    return this.add('alone', work, noPreparation);
  }

  private add<T>(kind: Job['kind'], work: () => T, prepare: () => void): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const settle = (outcome: Outcome): void => {
        if ('error' in outcome) reject(outcome.error as Error);
        // The outcome is that of this very work.
        else resolve(outcome.result as T);
      };
      this.waiting.push({ kind, prepare, work, settle });
      this.schedule();
    });
  }

  private schedule(): void {
    if (this.scheduled || this.waiting.length === 0) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.runNext();
      this.schedule();
    });
  }

  private runNext(): void {
    const [first] = this.waiting;
    if (first?.kind === 'alone') {
      this.waiting.shift();
      return first.settle(outcomeOf(first.work));
    }
    const end = this.waiting.findIndex(({ kind }) => kind === 'alone');
    const group = this.waiting.splice(0, end < 0 ? this.waiting.length : end);
    const done = this.runGroup(group);
    this.waiting.unshift(...group.slice(done));
    return undefined;
  }

  /** Answers how many of the group are settled; the rest has to wait for another transaction. */
  private runGroup(group: readonly Job[]): number {
    const outcomes: Outcome[] = [];
    try {
      for (const job of group) job.prepare();
      this.commit(() => runUntil(group, outcomes, performance.now() + longestGroupMs));
    } catch (error) {
      return this.settleAlone(group, error);
    }
    outcomes.forEach((outcome, i) => group[i]?.settle(outcome));
    return outcomes.length;
  }

  /** One failure undoes the whole group: each of it runs again by itself, so that it fails or succeeds on its own account. */
  private settleAlone(group: readonly Job[], error: unknown): number {
    const [only] = group;
    if (only && group.length === 1) {
      only.settle({ error: explained(error) });
      return 1;
    }
    for (const job of group) this.runGroup([job]);
    return group.length;
  }

  private commit(work: () => void): void {
    this.transact(() => {
      work();
      this.beforeCommit();
    });
    this.afterCommit();
  }
}

const runUntil = (group: readonly Job[], outcomes: Outcome[], deadline: number): void => {
  for (const { work } of group) {
    outcomes.push({ result: work() });
    if (performance.now() > deadline) return;
  }
};

const noPreparation = (): void => undefined;

const outcomeOf = (work: () => unknown): Outcome => {
  try {
    return { result: work() };
  } catch (error) {
    return { error: explained(error) };
  }
};

/** A failure of the disk in words for people. Other errors pass. */
const explained = (error: unknown): unknown => {
  if (error instanceof CommandError) return error;
  const text = String(error);
  if (!/No space left|File too large|MDB_MAP_FULL|Disk quota|Input\/output/iu.test(text)) return error;
  return new CommandError(
    14031,
    `The disk of the document node's folder takes no more (${text}). Make room, then try again; nothing of this command was written.`,
  );
};
