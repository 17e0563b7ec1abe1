import { notImplemented } from '../errors.js';
import { openPipeline } from '../aggregation/pipeline.js';
import { Type } from '../bson/types.js';
import { fieldsOf, numberOf } from '../bson/value.js';
import { Pace } from '../reading/pace.js';
import type { Command } from './command.js';
import { parseHint } from './query-input.js';

/** Runs a pipeline over one collection. */
export const aggregate: Command = {
  options: ['pipeline', 'cursor', 'hint', 'allowDiskUse', 'bypassDocumentValidation'],
  run: (node, input) => {
    if (input.value('aggregate')?.type !== Type.string) throw notImplemented('an aggregation over a whole database');
    const collection = node.catalog.find(input.namespace);
    const source = openPipeline(collection, input.list('pipeline'), parseHint(input.value('hint'), collection));
    const cursor = input.document('cursor');
    const batchSize = cursor && fieldsOf(cursor).get('batchSize');
    const size = batchSize && numberOf(batchSize);
    return node.cursors.first(input.namespace, source, { size, pace: new Pace(input.maxTimeMs) });
  },
};
