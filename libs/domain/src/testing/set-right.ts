import type { CaseEvent } from '../case/case.events.js';
import { correctRecord } from '../samples/closing-commands.js';
import { sampleEnteredAt } from '../samples/sample.js';

/** Of a value of one entry; `more` are those of others. */
export const setRight = (revision: number, field: string, is: string, ...more: readonly [number, string, string][]) =>
  correctRecord({
    was: null,
    is: null,
    date: null,
    at: sampleEnteredAt,
    values: [[revision, field, is] as const, ...more].map(([at, name, value]) => ({
      revision: at,
      field: name,
      is: value,
    })),
  });

/** The revision of the first event of a type. */
export const revisionOf = (history: readonly CaseEvent[], type: string): number =>
  history.findIndex((event) => event.type === type);
