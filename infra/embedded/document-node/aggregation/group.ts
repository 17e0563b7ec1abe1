import { badValue } from '../errors.js';
import { DocumentWriter } from '../bson/document-writer.js';
import { keyOf } from '../bson/key.js';
import { nullValue } from '../bson/scalars.js';
import { checkBodySize } from '../bson/size.js';
import { Type } from '../bson/types.js';
import { documentValue, fieldsOf, Value } from '../bson/value.js';
import type { Pace } from '../reading/pace.js';
import { forEachDocument, type Source } from '../reading/query.js';
import { memoryLimit, tooMuch } from '../reading/sorter.js';
import { accumulatorNamed, type Accumulator } from './accumulators.js';
import { parseExpression, type Expression } from './expression.js';
import { later, type Stage } from './stage.js';

type Output = Readonly<{ name: string; make: () => Accumulator; expression: Expression }>;

/** `$group`: one document for each value of `_id`. */
export const group = (specification: Value): Stage => {
  const shape = parseShape(specification);
  return (source) => later((pace) => collect(source, shape, pace));
};

/** Whether a `$group` looks at no field of the documents. */
export const readsNothing = (specification: Value): boolean => {
  const { id, outputs } = parseShape(specification);
  return id.isConstant && outputs.every(({ expression }) => expression.isConstant);
};

const parseShape = (specification: Value): Shape => {
  if (specification.type !== Type.object) throw badValue("a group's fields must be specified in an object");
  const fields = fieldsOf(specification);
  const id = fields.get('_id');
  if (!id) throw badValue('a group specification must include an _id');
  fields.delete('_id');
  const outputs = [...fields].map(([name, value]) => parseOutput(name, value));
  return { id: parseExpression(id), outputs };
};

const parseOutput = (name: string, value: Value): Output => {
  if (name.startsWith('$') || name.includes('.')) throw badValue(`The field name '${name}' of a group must be plain`);
  const [operator, ...others] = value.type === Type.object ? fieldsOf(value) : [];
  if (!operator || others.length > 0) throw badValue(`The field '${name}' must be an accumulator object`);
  return { name, make: accumulatorNamed(operator[0]), expression: parseExpression(operator[1]) };
};

type Shape = Readonly<{ id: Expression; outputs: readonly Output[] }>;
type Group = Readonly<{ id: Value; accumulators: readonly Accumulator[] }>;
type Groups = { readonly byKey: Map<string, Group>; bytes: number };

/** More groups than this would not fit in the memory that one stage has. */
const mostGroups = 500_000;

const collect = async (source: Source, shape: Shape, pace: Pace): Promise<Buffer[]> => {
  const { id, outputs } = shape;
  const groups: Groups = { byKey: new Map(), bytes: 0 };
  await forEachDocument(source, pace, (bytes) => {
    const document = documentValue(bytes);
    const own = groupFor(groups, outputs, id.evaluate(document));
    outputs.forEach(({ expression }, i) => own.accumulators[i]?.add(expression.evaluate(document)));
  });
  return [...groups.byKey.values()].map((one) => toDocument(one, outputs));
};

/** What is missing counts as null. */
const groupFor = (groups: Groups, outputs: readonly Output[], id: Value = nullValue): Group => {
  const key = keyOf(id).toString('latin1');
  const known = groups.byKey.get(key);
  if (known) return known;
  groups.bytes += key.length + id.end - id.at;
  if (groups.byKey.size === mostGroups || groups.bytes > memoryLimit) throw tooMuch('$group');
  const made: Group = { id: copyOf(id), accumulators: outputs.map(({ make }) => make()) };
  groups.byKey.set(key, made);
  return made;
};

/** A value by itself: it holds no document in memory. */
const copyOf = (value: Value): Value => new Value(value.type, Buffer.from(value.raw), 0, value.end - value.at);

const toDocument = ({ id, accumulators }: Group, outputs: readonly Output[]): Buffer => {
  const writer = new DocumentWriter(64).begin().value('_id', id);
  accumulators.forEach((accumulator, i) => writer.value(outputs[i]?.name ?? '', accumulator.result()));
  const document = writer.end().finish();
  checkBodySize(document.length);
  return document;
};
