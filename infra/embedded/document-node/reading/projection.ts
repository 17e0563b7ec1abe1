import { badValue, notImplemented } from '../errors.js';
import { DocumentWriter } from '../bson/document-writer.js';
import { refuseTooManyValues } from '../bson/checks.js';
import { Elements, fieldsOf, isTrue, numberOf, Type, type Value } from '../bson/value.js';

/** Makes of a document the document with the fields asked for. */
export type Projection = (document: Value) => Buffer;

/** A path, and whether it is included. */
type Flag = [path: string, included: boolean];

/** What to do with a field: take it or leave it whole, or look inside. */
type Tree = Map<string, Tree | 'leaf'>;

/** Reads a projection of 1s or of 0s. Throws NotImplemented (238) on anything else; BadValue (2) on a mixture. */
export const parseProjection = (document: Value): Projection | undefined => {
  refuseTooManyValues(document, 'a projection');
  const fields = [...fieldsOf(document)].map(([path, value]) => flagOf(path, value));
  if (fields.length === 0) return undefined;
  const named = sameKind(fields);
  const inclusive = named[0]?.[1] ?? true;
  const tree: Tree = new Map();
  for (const [path] of named) addPath(tree, path);
  return (source) => project(tree, inclusive, source);
};

/** The fields, all included or all left out; `_id` is included unless it says otherwise. */
const sameKind = (fields: readonly Flag[]): Flag[] => {
  const others = fields.filter(([path]) => path !== '_id');
  const id = fields.find(([path]) => path === '_id')?.[1];
  const inclusive = others[0]?.[1] ?? id === true;
  if (others.some(([, included]) => included !== inclusive))
    throw badValue('Cannot mix inclusion and exclusion in a projection, other than of _id');
  const namesId = inclusive ? id !== false : id === false;
  return namesId ? [...others, ['_id', inclusive]] : others;
};

const flagOf = (path: string, value: Value): Flag => {
  if (path.startsWith('$') || path.endsWith('.$')) throw notImplemented(`the projection operator ${path}`);
  if (value.type === Type.bool || numberOf(value) !== undefined) return [path, isTrue(value)];
  const [inner = 'a value'] = value.type === Type.object ? fieldsOf(value).keys() : [];
  throw notImplemented(`a projection of ${path} by ${inner}`);
};

const addPath = (tree: Tree, path: string): void => {
  const names = path.split('.');
  let node = tree;
  names.forEach((name, i) => {
    const known = node.get(name);
    const last = i === names.length - 1;
    if (known === 'leaf' || (known && last)) throw badValue(`Path collision at ${path}`);
    if (last) node.set(name, 'leaf');
    else node = known ?? child(node, name);
  });
};

const child = (node: Tree, name: string): Tree => {
  const made: Tree = new Map();
  node.set(name, made);
  return made;
};

const project = (tree: Tree, inclusive: boolean, document: Value): Buffer => {
  const writer = new DocumentWriter(document.end - document.at + 16).begin();
  copyFields({ writer, inclusive }, tree, document);
  return writer.end().finish();
};

type Copy = Readonly<{ writer: DocumentWriter; inclusive: boolean }>;

const copyFields = (copy: Copy, tree: Tree, document: Value): void => {
  const elements = new Elements(document.bytes, document.at);
  while (elements.next()) {
    const node = tree.get(elements.name);
    if (node === undefined || node === 'leaf') {
      if ((node === 'leaf') === copy.inclusive) copy.writer.element(elements);
    } else copyInside(copy, node, elements);
  }
};

const copyInside = ({ writer, inclusive }: Copy, tree: Tree, elements: Elements): void => {
  const { name, type, value } = elements;
  if (type === Type.array) throw notImplemented(`a projection that leads through the array ${name}`);
  if (type === Type.object) {
    writer.beginField(type, name);
    copyFields({ writer, inclusive }, tree, value);
    writer.end();
  } else if (!inclusive) writer.element(elements);
};
