import { setTimeout as pause } from 'node:timers/promises';
import { describe } from './cannot-run.js';
import type { Child, Ending } from './child.js';

/** A process that is started again when it dies. */
export type Supervised = Readonly<{
  url: string;
  /** No more restarts; stops the process that runs. */
  stop: () => Promise<void>;
}>;

/** What a supervisor needs to know about the process it keeps running. */
export type Supervision = Readonly<{
  name: string;
  start: (signal: AbortSignal) => Promise<Child>;
  /** Told in one sentence what happened. */
  say: (sentence: string) => void;
  /** Told once, with the reason, when it has died too often. */
  giveUp: (sentence: string) => void;
  /** How long to wait before the n-th restart within a minute, in milliseconds. Absent: {@link doubling}. */
  pauseBefore?: (restart: number) => number;
}>;

const deathsAllowed = 5;
const withinMs = 60_000;
const firstPauseMs = 250;

/** 250, 500, 1000, 2000, 4000 milliseconds. */
export const doubling = (restart: number): number => firstPauseMs * 2 ** (restart - 1);

/** Starts the process and keeps it running until stopped, or until it has died more than five times within a minute. Throws what the first start throws. */
export const supervise = async (plan: Supervision, signal: AbortSignal): Promise<Supervised> => {
  const stopping = new AbortController();
  const either = AbortSignal.any([signal, stopping.signal]);
  const revive = reviver(plan, either);
  let child = await plan.start(either);
  const { url } = child;

  const watch = async (): Promise<void> => {
    while (!either.aborted) {
      const ending = await child.ended;
      const next = either.aborted ? null : await revive(ending);
      if (next === null) return;
      child = next;
      plan.say(`The ${plan.name} runs again.`);
    }
  };
  const watching = watch();
  return {
    url,
    stop: async () => {
      stopping.abort();
      await child.stop();
      await watching;
    },
  };
};

/** Answers a dead process with a new one after its pause; null where it is to stop or has died too often. */
const reviver = ({ name, start, say, giveUp, pauseBefore = doubling }: Supervision, signal: AbortSignal) => {
  let deaths: readonly number[] = [];

  const revive = async ({ how, lastWords }: Ending): Promise<Child | null> => {
    const now = Date.now();
    deaths = [...deaths, now].filter((at) => at > now - withinMs);
    if (deaths.length > deathsAllowed) {
      giveUp(`The ${name} died ${deaths.length} times within a minute (${how}). ${lastWords}`.trim());
      return null;
    }
    const waitMs = pauseBefore(deaths.length);
    say(
      `The ${name} ended unexpectedly (${how}); starting it again in ${waitMs} ms (${deaths.length} of ${deathsAllowed}).`,
    );
    await pause(waitMs, undefined, { signal }).catch(() => undefined);
    try {
      return await start(signal);
    } catch (error) {
      return signal.aborted ? null : revive({ how: 'it did not get ready', lastWords: describe(error) });
    }
  };
  return revive;
};
