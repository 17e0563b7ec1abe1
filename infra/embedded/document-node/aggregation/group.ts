import { serialize } from 'bson';
import { badValue } from '../errors.js';
import { Type } from '../bson/types.js';
import { documentValue, fieldsOf, type Value } from '../bson/value.js';
import type { Pace } from '../reading/pace.js';
import { forEachDocument, type Source } from '../reading/query.js';
import { tooMuch } from '../reading/sorter.js';
import { accumulatorNamed, type Accumulator } from './accumulators.js';
import { fieldsOfAll, parseExpression, type Expression } from './expression.js';
import { keyOfJs, toJs, type FieldsRead } from './js-values.js';
import { later, type Stage } from './stage.js';

type Output = Readonly<{ name: string; make: () => Accumulator; expression: Expression }>;

/** `$group`: one document for each value of `_id`. */
export const group = (specification: Value): Stage => {
  const shape = parseShape(specification);
  return (source) => later((pace) => collect(source, shape, pace));
};

/** Whether a `$group` looks at no field of the documents. */
export const readsNothing = (specification: Value): boolean => {
  const read = fieldsReadBy(parseShape(specification));
  return read !== 'all' && read.size === 0;
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

const fieldsReadBy = ({ id, outputs }: Shape): FieldsRead =>
  fieldsOfAll([id, ...outputs.map(({ expression }) => expression)]);

const parseOutput = (name: string, value: Value): Output => {
  const [operator, ...others] = value.type === Type.object ? fieldsOf(value) : [];
  if (!operator || others.length > 0) throw badValue(`The field '${name}' must be an accumulator object`);
  return { name, make: accumulatorNamed(operator[0]), expression: parseExpression(operator[1]) };
};

type Shape = Readonly<{ id: Expression; outputs: readonly Output[] }>;
type Group = Readonly<{ id: unknown; accumulators: readonly Accumulator[] }>;

/** More groups than this would not fit in the memory that one stage has. */
const mostGroups = 500_000;

const collect = async (source: Source, shape: Shape, pace: Pace): Promise<Buffer[]> => {
  const { id, outputs } = shape;
  const read = fieldsReadBy(shape);
  const groups = new Map<string, Group>();
  await forEachDocument(source, pace, (bytes) => {
    const document = toJs(documentValue(bytes), read);
    const own = groupFor(groups, id.evaluate(document), outputs);
    outputs.forEach(({ expression }, i) => own.accumulators[i]?.add(expression.evaluate(document)));
  });
  return [...groups.values()].map((one) => toDocument(one, outputs));
};

const groupFor = (groups: Map<string, Group>, id: unknown, outputs: readonly Output[]): Group => {
  const key = groupKey(id);
  const known = groups.get(key);
  if (known) return known;
  if (groups.size === mostGroups) throw tooMuch('$group');
  const made: Group = { id: id ?? null, accumulators: outputs.map(({ make }) => make()) };
  groups.set(key, made);
  return made;
};

/** The commonest ids need no encoding. */
const groupKey = (id: unknown): string => {
  if (typeof id === 'string') return `text ${id}`;
  if (typeof id === 'number') return `number ${id}`;
  return `other ${keyOfJs(id).toString('latin1')}`;
};

const toDocument = ({ id, accumulators }: Group, outputs: readonly Output[]): Buffer => {
  const entries = outputs.map(({ name }, i) => [name, accumulators[i]?.result()]);
  return Buffer.from(serialize({ _id: id, ...Object.fromEntries(entries) }, { ignoreUndefined: true }));
};
