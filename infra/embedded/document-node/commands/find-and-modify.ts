import { notImplemented } from '../errors.js';
import { Type } from '../bson/types.js';
import { parseUpdate } from '../updating/update.js';
import { okAnswer } from '../wire/message.js';
import { filterIn, type Command } from './command.js';
import { changeDocument, findFirst } from './statements.js';

/** Changes one document, and answers it as it was before or is after. */
export const findAndModify: Command = {
  options: ['query', 'update', 'new', 'remove', 'upsert', 'bypassDocumentValidation'],
  run: async (node, input) => {
    for (const flag of ['remove', 'upsert']) if (input.flag(flag)) throw notImplemented(`findAndModify with ${flag}`);
    const filter = filterIn(input, 'query');
    const update = parseUpdate(input.required('update', input.value));
    const document = await node.writes.run(() => {
      const collection = node.catalog.find(input.namespace);
      const [found] = collection ? findFirst(collection, filter) : [];
      if (!collection || !found) return undefined;
      changeDocument(collection, found, update);
      return input.flag('new') ? collection.get(found.id)?.bytes : found.bytes;
    });
    return okAnswer((answer) => {
      answer.beginField(Type.object, 'lastErrorObject').int('n', document ? 1 : 0);
      answer.bool('updatedExisting', document !== undefined).end();
      if (document) answer.raw(Type.object, 'value', document);
      else answer.nothing('value');
    });
  },
};
