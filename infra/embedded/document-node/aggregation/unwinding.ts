import { badValue } from '../errors.js';
import { Fields } from '../bson/fields.js';
import { Type } from '../bson/types.js';
import { documentValue, itemsOf, textOf, type Value } from '../bson/value.js';
import { Editable, placeOutsideArrays, type Place } from '../updating/editable.js';
import { each, type Stage } from './stage.js';

/** `$unwind`: one document for each item of an array, and none where there is no item. */
export const unwind = (specification: Value): Stage => {
  const path = specification.type === Type.string ? textOf(specification) : pathIn(specification);
  if (!path.startsWith('$') || path.length < 2) throw badValue('path option to $unwind must be prefixed with a $');
  const names = path.slice(1).split('.');
  return each((document) => unwound(document, names));
};

const pathIn = (specification: Value): string => {
  if (specification.type !== Type.object) throw badValue('$unwind needs a path, or an object with one');
  const options = Fields.of(specification).allowOnly(unwindOptions, '$unwind');
  return options.required('path', options.text);
};

const unwindOptions = new Set(['path']);

const unwound = (document: Buffer, names: readonly string[]): readonly Buffer[] => {
  const editable = Editable.of(documentValue(document));
  const place = placeOutsideArrays(editable, names);
  const content = place && placedValue(place);
  if (!content || content.type === Type.null || content.type === Type.undefined) return [];
  if (content.type !== Type.array) return [document];
  return itemsOf(content).map((item) => replaced(editable, place, item));
};

const placedValue = ({ parent, name }: Place): Value | undefined => {
  const content = parent.get(name);
  return content instanceof Editable ? undefined : content;
};

const replaced = (editable: Editable, { parent, name }: Place, item: Value): Buffer => {
  parent.set(name, item);
  return editable.toBytes();
};
