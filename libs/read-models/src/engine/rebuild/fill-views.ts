import { CalendarKnowledge } from '../calendar-knowledge.js';
import { createIndexes } from '../indexes.js';
import { isView, type View } from '../projection.js';
import type { Engine } from '../take-in.js';
import { untilAborted, type OnTrouble } from '../until-aborted.js';
import { fillView } from './fill-view.js';
import { liveOf } from './generations.js';

export type FillingViews = Engine &
  Readonly<{
    views: readonly View[];
    signal: AbortSignal;
    /** Told when a store is away. */
    onTrouble?: OnTrouble;
    onFilled?: (view: View) => void;
  }>;

/** Fills views that have not begun from the documents that are there, one after the other, until done or aborted; tries again where a store is away. */
export const fillViews = async ({ views, signal, onTrouble, onFilled, ...engine }: FillingViews): Promise<void> => {
  const done = new AbortController();
  const fillAll = async (gotOn: () => void): Promise<void> => {
    const calendar = new CalendarKnowledge(engine.readStream);
    await calendar.learn();
    for (const live of await liveOf(engine.database, views)) {
      if (!isView(live)) continue;
      await createIndexes(engine.database, [live]);
      await fillView(engine, calendar.bind(live), { signal, onProgress: gotOn });
      onFilled?.(live);
    }
    done.abort();
  };
  await untilAborted(AbortSignal.any([signal, done.signal]), fillAll, onTrouble);
};
