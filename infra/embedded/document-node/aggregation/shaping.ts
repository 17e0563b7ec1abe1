import { badValue, notImplemented } from '../errors.js';
import { DocumentWriter } from '../bson/document-writer.js';
import { Fields } from '../bson/fields.js';
import { Type } from '../bson/types.js';
import { documentValue, fieldsOf, itemsOf, textOf, type Value } from '../bson/value.js';
import { isPlainProjection, parseProjection, type Projection } from '../reading/projection.js';
import { Editable, placeFor, placeOf, placeOutsideArrays, setAt, type Place } from '../updating/editable.js';
import { fieldsOfAll, parseExpression, type Expression } from './expression.js';
import { fromJs, toJs } from './js-values.js';
import { each, type Stage } from './stage.js';

type Computed = Readonly<{ names: readonly string[]; expression: Expression }>;

/** `$addFields`, `$set`: fields computed from each document. */
export const addFields = (specification: Value): Stage => {
  const computed = [...fieldsOf(specification)].flatMap(([name, value]) => parseComputed(name, value));
  return each((document) => [withComputed(document, document, computed)]);
};

/** A document without an operator stands for its fields, each by itself. */
const parseComputed = (path: string, value: Value): Computed[] => {
  const nested = value.type === Type.object ? [...fieldsOf(value)] : [];
  if (nested[0] && !nested[0][0].startsWith('$'))
    return nested.flatMap(([name, inner]) => parseComputed(`${path}.${name}`, inner));
  const names = path.split('.');
  if (names.some((name) => /^\d*$/u.test(name))) throw notImplemented(`the field path ${path}`);
  return [{ names, expression: parseExpression(value) }];
};

/** `base` with the fields that are computed from `document`. */
const withComputed = (base: Buffer, document: Buffer, computed: readonly Computed[]): Buffer => {
  const source = toJs(documentValue(document), fieldsOfAll(computed.map(({ expression }) => expression)));
  const result = Editable.of(documentValue(base));
  for (const { names, expression } of computed) {
    const value = fromJs(expression.evaluate(source));
    if (value) setAt(placeFor(result, names), value);
    else {
      const place = placeOf(result, names);
      place?.parent.remove(place.name);
    }
  }
  return result.toBytes();
};

/** `$project`: fields by 1 or 0, and computed ones. */
export const project = (specification: Value): Stage => {
  if (specification.type !== Type.object || specification.end - specification.at === 5)
    throw badValue('$project specification must be an object with at least one field');
  if (isPlainProjection(specification)) {
    const projection = parseProjection(specification);
    return each((document) => [projection ? projection(documentValue(document)) : document]);
  }
  const { projection, computed } = splitProjection(specification);
  return each((document) => [withComputed(projection(documentValue(document)), document, computed)]);
};

const splitProjection = (specification: Value): { projection: Projection; computed: Computed[] } => {
  const flags = new DocumentWriter().begin();
  const computed: Computed[] = [];
  for (const [name, value] of fieldsOf(specification))
    if (isFlag(name, value)) flags.value(name, value);
    else computed.push(...parseComputed(name, value));
  // Computed fields make it an inclusion, also where nothing else is included.
  flags.bool(noSuchField, true);
  const projection = parseProjection(documentValue(flags.end().finish()));
  if (!projection) throw badValue('an empty $project');
  return { projection, computed };
};

const isFlag = (name: string, value: Value): boolean =>
  isPlainProjection(documentValue(new DocumentWriter().begin().value(name, value).end().finish()));

const noSuchField = '\u0001';

/** `$unset`: leaves fields out. */
export const unset = (specification: Value): Stage => {
  const names = specification.type === Type.array ? itemsOf(specification).map(textOf) : [textOf(specification)];
  const flags = new DocumentWriter().begin();
  for (const name of names) flags.bool(name, false);
  const projection = parseProjection(documentValue(flags.end().finish()));
  return each((document) => [projection ? projection(documentValue(document)) : document]);
};

/** `$replaceRoot`: another document in each one's place. */
export const replaceRoot = (specification: Value): Stage => {
  const newRoot = fieldsOf(specification).get('newRoot');
  if (!newRoot) throw badValue('no newRoot specified for the $replaceRoot stage');
  const expression = parseExpression(newRoot);
  return each((document) => {
    const value = fromJs(expression.evaluate(toJs(documentValue(document), expression.fields)));
    if (value?.type !== Type.object) throw badValue("'newRoot' expression must evaluate to an object");
    return [value.raw];
  });
};

/** `$unwind`: one document for each item of an array. */
export const unwind = (specification: Value): Stage => {
  const text = specification.type === Type.string ? textOf(specification) : undefined;
  const options = Fields.of(text === undefined ? specification : emptyOptions).allowOnly(unwindOptions, '$unwind');
  const path = text ?? options.required('path', options.text);
  if (!path.startsWith('$') || path.length < 2) throw badValue('path option to $unwind must be prefixed with a $');
  const names = path.slice(1).split('.');
  const keepsEmpty = options.flag('preserveNullAndEmptyArrays');
  return each((document) => unwound(document, names, keepsEmpty));
};

const unwindOptions = new Set(['path', 'preserveNullAndEmptyArrays']);
const emptyOptions = documentValue(new DocumentWriter().begin().end().finish());

const unwound = (document: Buffer, names: readonly string[], keepsEmpty: boolean): readonly Buffer[] => {
  const editable = Editable.of(documentValue(document));
  const place = placeOutsideArrays(editable, names);
  const content = place && placedValue(place);
  if (!content || content.type === Type.null) return keepsEmpty ? [document] : [];
  if (content.type !== Type.array) return [document];
  const items = itemsOf(content);
  if (items.length > 0) return items.map((item) => replaced(editable, place, item));
  place.parent.remove(place.name);
  return keepsEmpty ? [editable.toBytes()] : [];
};

const placedValue = ({ parent, name }: Place): Value | undefined => {
  const content = parent.get(name);
  return content instanceof Editable ? undefined : content;
};

const replaced = (editable: Editable, { parent, name }: Place, item: Value): Buffer => {
  parent.set(name, item);
  return editable.toBytes();
};
