import { randomBytes } from 'node:crypto';
import { CommandError } from '../errors.js';
import { objectIdValue } from '../bson/scalars.js';
import type { Value } from '../bson/value.js';
import type { Filter } from '../matching/filter.js';
import { Editable, placeFor, setAt } from './editable.js';

/** The document that a filter describes by its equalities: what an upsert starts from. Throws NotSingleValueField (54) on two for one field. */
export const describedBy = (filter: Filter): Editable => {
  const document = Editable.empty();
  const taken = new Set<string>();
  for (const [path, value] of equalities(filter)) {
    if (taken.has(path))
      throw new CommandError(54, `cannot infer query fields to set, path '${path}' is matched twice`);
    taken.add(path);
    setAt(placeFor(document, path.split('.')), value);
  }
  return document;
};

function* equalities(filter: Filter): Generator<[string, Value]> {
  if (filter.kind === 'leaf' && filter.equals) yield [filter.path.text, filter.equals];
  if (filter.kind === 'and') for (const part of filter.parts) yield* equalities(part);
}

const processPart = randomBytes(5);
let counter = randomBytes(3).readUIntBE(0, 3);

/** A new ObjectId: seconds, five bytes of this process, a counter. */
export const newObjectId = (): Value => {
  const bytes = Buffer.allocUnsafe(12);
  bytes.writeUInt32BE(Math.floor(Date.now() / 1000));
  processPart.copy(bytes, 4);
  counter = (counter + 1) & 0xffffff;
  bytes.writeUIntBE(counter, 9, 3);
  return objectIdValue(bytes);
};
