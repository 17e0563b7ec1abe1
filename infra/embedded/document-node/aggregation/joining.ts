import { CommandError, notImplemented } from '../errors.js';
import { DocumentWriter } from '../bson/document-writer.js';
import { fieldPath, someLeaf, type FieldPath } from '../bson/path.js';
import { arrayValue, nullValue } from '../bson/scalars.js';
import { largestDocument } from '../bson/size.js';
import { Fields } from '../bson/fields.js';
import { Type } from '../bson/types.js';
import { documentValue, itemsOf, type Value } from '../bson/value.js';
import { oneOf } from '../matching/comparisons.js';
import type { Pace } from '../reading/pace.js';
import { openQuery, type Source } from '../reading/query.js';
import { memoryLimit, tooMuch } from '../reading/sorter.js';
import type { Collection } from '../storage/collection.js';
import { Editable, placeFor, setAt } from '../updating/editable.js';
import { gather, later, type Stage } from './stage.js';

/** Finds a collection of the pipeline's database. */
export type FindCollection = (name: string) => Collection | undefined;

/** `$lookup` by equality of two fields: the documents of another collection as an array. */
export const lookup = (specification: Value, collectionNamed: FindCollection): Stage => {
  const options = Fields.of(specification).allowOnly(lookupOptions, '$lookup');
  const join: Join = {
    from: options.required('from', options.text),
    local: fieldPath(options.required('localField', options.text)),
    foreign: fieldPath(options.required('foreignField', options.text)),
    as: options.required('as', options.text).split('.'),
  };
  return (source) => ({
    next: async (pace) => {
      const document = await source.next(pace);
      return document && joined(document, join, { collection: collectionNamed(join.from), pace });
    },
  });
};

const lookupOptions = new Set(['from', 'localField', 'foreignField', 'as']);

type Join = Readonly<{ from: string; local: FieldPath; foreign: FieldPath; as: readonly string[] }>;
type Foreign = Readonly<{ collection: Collection | undefined; pace: Pace }>;

const joined = async (document: Buffer, join: Join, { collection, pace }: Foreign): Promise<Buffer> => {
  const condition = oneOf(localValues(document, join.local));
  const filter = { kind: 'leaf' as const, path: join.foreign, ...condition };
  const matching = openQuery(collection, { filter, sort: [], skip: 0, limit: 0 });
  const found = await gather(matching, pace, '$lookup');
  const result = Editable.of(documentValue(document));
  setAt(placeFor(result, join.as), arrayValue(arrayOf(found)));
  return result.toBytes();
};

/** An array stands for its items; what is missing for null. */
const localValues = (document: Buffer, path: FieldPath): Value[] => {
  const values: Value[] = [];
  someLeaf(documentValue(document), path, false, (value) => {
    values.push(...(value?.type === Type.array ? itemsOf(value) : [value ?? nullValue]));
    return false;
  });
  if (values.some(({ type }) => type === Type.regex)) throw notImplemented('$lookup by a regular expression');
  return values;
};

/** The bytes of an array of documents. */
const arrayOf = (documents: readonly Buffer[]): Buffer => {
  const writer = new DocumentWriter().begin();
  documents.forEach((document, i) => writer.raw(Type.object, String(i), document));
  return writer.end().finish();
};

/** `$facet`: several pipelines over the same documents, their results as arrays of one document. */
export const facet = (pipelines: ReadonlyMap<string, Stage>): Stage => {
  const run = async (source: Source, pace: Pace): Promise<Buffer[]> => {
    const documents = await gather(source, pace, '$facet');
    const writer = new DocumentWriter().begin();
    for (const [name, pipeline] of pipelines) {
      const results = await gather(pipeline(again(documents)), pace, '$facet');
      writer.raw(Type.array, name, arrayOf(results));
    }
    const bytes = writer.end().finish();
    if (bytes.length > memoryLimit) throw tooMuch('$facet');
    if (bytes.length > largestDocument)
      throw new CommandError(10334, 'the result of $facet is larger than a document may be');
    return [bytes];
  };
  return (source) => later((pace) => run(source, pace));
};

const again = (documents: readonly Buffer[]): Source => {
  let at = 0;
  return { next: () => documents[at++] ?? null };
};
