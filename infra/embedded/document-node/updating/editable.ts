import { CommandError } from '../errors.js';
import { DocumentWriter } from '../bson/document-writer.js';
import { nullValue } from '../bson/scalars.js';
import { Type } from '../bson/types.js';
import { Elements, type Value } from '../bson/value.js';

/** A field's content while it is being changed: bytes of some document, or an opened one. */
export type Content = Value | Editable;

type Entry = { name: string; content: Content };

/** A document or array opened one level deep; what is not opened keeps its bytes. */
export class Editable {
  private constructor(
    readonly type: number,
    readonly entries: Entry[],
  ) {}

  static of(value: Value): Editable {
    const entries: Entry[] = [];
    const elements = new Elements(value.bytes, value.at);
    while (elements.next()) entries.push({ name: elements.name, content: elements.value });
    return new Editable(value.type, entries);
  }

  static empty(type: number = Type.object): Editable {
    return new Editable(type, []);
  }

  get(name: string): Content | undefined {
    return this.entries.find((entry) => entry.name === name)?.content;
  }

  /** Puts a field's content in its place, or at the end where there is none. */
  set(name: string, content: Content): void {
    const entry = this.entries.find((one) => one.name === name);
    if (entry) entry.content = content;
    else this.entries.push({ name, content });
  }

  remove(name: string): void {
    const at = this.entries.findIndex((entry) => entry.name === name);
    if (at >= 0) this.entries.splice(at, 1);
  }

  /** The items of an array. */
  get items(): Content[] {
    return this.entries.map(({ content }) => content);
  }

  /** An array of these items. */
  static array(items: readonly Content[]): Editable {
    return new Editable(
      Type.array,
      items.map((content, i) => ({ name: String(i), content })),
    );
  }

  toBytes(): Buffer {
    const writer = new DocumentWriter().begin();
    this.writeTo(writer);
    return writer.end().finish();
  }

  private writeTo(writer: DocumentWriter): void {
    for (const { name, content } of this.entries) {
      if (!(content instanceof Editable)) writer.value(name, content);
      else {
        writer.beginField(content.type, name);
        content.writeTo(writer);
        writer.end();
      }
    }
  }
}

/** Where a path ends: in which document, under which name. */
export type Place = Readonly<{ parent: Editable; name: string }>;

/** Finds the place of a path, making documents on the way. Throws PathNotViable (28) where something else is in the way. */
export const placeFor = (root: Editable, names: readonly string[]): Place => {
  let parent = root;
  for (const [i, name] of names.entries()) {
    checkName(parent, name);
    if (i === names.length - 1) return { parent, name };
    parent = step(parent, name) ?? added(parent, name);
  }
  throw new CommandError(28, 'an empty path');
};

/** Finds the place of a path where all of it is there; undefined otherwise. */
export const placeOf = (root: Editable, names: readonly string[]): Place | undefined => {
  let parent = root;
  for (const [i, name] of names.entries()) {
    const content = parent.get(name);
    if (content === undefined) return undefined;
    if (i === names.length - 1) return { parent, name };
    if (!isNested(content)) return undefined;
    parent = step(parent, name) ?? parent;
  }
  return undefined;
};

/** Like `placeOf`, and undefined where an array lies on the way. */
export const placeOutsideArrays = (root: Editable, names: readonly string[]): Place | undefined => {
  let parent: Editable | undefined = root;
  for (const name of names.slice(0, -1))
    parent = parent?.get(name)?.type === Type.object ? step(parent, name) : undefined;
  const last = names.at(-1) ?? '';
  return parent?.get(last) === undefined ? undefined : { parent, name: last };
};

const isNested = ({ type }: Content): boolean => type === Type.object || type === Type.array;

/** The document under a name, opened; undefined where the name is not taken. */
const step = (parent: Editable, name: string): Editable | undefined => {
  const content = parent.get(name);
  if (content === undefined || content instanceof Editable) return content;
  if (!isNested(content)) throw new CommandError(28, `Cannot create field in element '${name}'`);
  const opened = Editable.of(content);
  parent.set(name, opened);
  return opened;
};

const added = (parent: Editable, name: string): Editable => {
  const made = Editable.empty();
  setAt({ parent, name }, made);
  return made;
};

/** Puts content at a place; an array is filled up with nulls to that index. */
export const setAt = ({ parent, name }: Place, content: Content): void => {
  if (parent.type === Type.array)
    while (parent.entries.length < Number(name)) parent.set(String(parent.entries.length), nullValue);
  parent.set(name, content);
};

/** More than this many nulls are not filled in, as on the real server. */
const longestPadding = 1_500_000;

const checkName = (parent: Editable, name: string): void => {
  if (parent.type !== Type.array) return;
  if (!/^(0|[1-9]\d*)$/u.test(name)) throw new CommandError(28, `Cannot create field '${name}' in an array`);
  if (Number(name) > parent.entries.length + longestPadding)
    throw new CommandError(28, `array index ${name} is too far`);
};
