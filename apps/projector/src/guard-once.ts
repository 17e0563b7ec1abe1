import { randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { outsideLogDecider } from '@app/domain';
import type { Logger } from '@app/platform';
import type { Stores } from '@app/stores';

type Guarding = Readonly<{
  stores: Pick<Stores, 'eventStore' | 'pipeline' | 'readModels'>;
  logger: Logger;
  signal: AbortSignal;
}>;

const stream = 'outside-log';

const triedAgainMs = 1_000;

/**
 * Sees to it, before anything is taken in, that what lies outside the log carries its MACs: once in the life of a log everything that
 * is there is given one, and the log says so; from then on what carries none is not ours (decision 0038). Tries until it is done, or aborted.
 */
export const guardOnce = async ({ stores, logger, signal }: Guarding): Promise<void> => {
  while (!signal.aborted) {
    try {
      return await guard(stores);
    } catch (error) {
      logger.error({ err: error }, 'what lies outside the log could not be guarded; trying again');
      await after(triedAgainMs, undefined, { signal }).catch(() => undefined);
    }
  }
};

const guard = async ({ eventStore, pipeline, readModels }: Guarding['stores']): Promise<void> => {
  const { guard: outside } = readModels;
  const before = await eventStore.read(stream);
  if (before.length === 0) {
    // A mark that fits any log, so that there is one whenever the log says that there is.
    await outside.noteMark({ position: 0, hash: 'none' });
    const given = await outside.giveMacs();
    const at = new Date().toISOString();
    await pipeline.handle({ stream, decider: outsideLogDecider, command: { ...given, at }, context: contextOf(at) });
  } else if ((await outside.mark()).mark !== null || (await outside.hasBegun())) return;
  const [event] = await eventStore.read(stream);
  if (event) await outside.noteMark({ position: event.position, hash: event.metadata.hash });
};

const contextOf = (at: string) => ({
  actor: stream,
  onBehalfOf: null,
  office: null,
  correlationId: randomUUID(),
  causationId: null,
  idempotencyKey: randomUUID(),
  expectedRevision: null,
  request: stream,
  recordedAt: at,
  effectiveAt: at,
});
