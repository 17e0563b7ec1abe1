import { CommandError } from '../errors.js';
import { Type } from '../bson/types.js';
import { Elements, type Value } from '../bson/value.js';
import { withIdFirst } from '../storage/collection.js';
import { newObjectId } from '../updating/upsert.js';
import type { Command } from './command.js';
import { WriteOutcome } from './write-answer.js';

/** Puts new documents into a collection, which is made where there is none. */
export const insert: Command = {
  options: ['documents', 'ordered', 'bypassDocumentValidation'],
  run: async (node, input) => {
    const { namespace } = input;
    const documents = input.statements('documents');
    const outcome = await node.writes.run(
      () => {
        const collection = node.catalog.ensure(namespace);
        return WriteOutcome.ofEach(documents.length, input.ordered, (index, result) => {
          // The index runs over the documents.
          collection.insert(withIdFirst(storable(documents[index] as Value), newObjectId));
          result.matched += 1;
        });
      },
      () => node.catalog.ensure(namespace),
    );
    return outcome.answer(false);
  },
};

/** Throws DollarPrefixedFieldName (52): such a name would be taken for an operator later. */
const storable = (document: Value): Value => {
  if (document.type !== Type.object) throw new CommandError(14, 'a document to insert must be an object');
  const elements = new Elements(document.bytes, document.at);
  while (elements.next())
    if (elements.bytes[elements.nameAt] === 0x24)
      throw new CommandError(52, `The dollar ($) prefixed field '${elements.name}' is not valid for storage.`);
  return document;
};
