import { CommandError, notImplemented } from '../errors.js';
import { DocumentWriter } from '../bson/document-writer.js';
import { Elements, Type, valueFrom, type Value } from '../bson/value.js';

/** A document opened to be changed, one level deep; what is not opened keeps its bytes. */
export class Editable {
  private readonly fields = new Map<string, Value | Editable>();

  /** Throws NotImplemented (238) on two fields of one name: one of them would be lost. */
  static of(document: Value): Editable {
    const editable = new Editable();
    const elements = new Elements(document.bytes, document.at);
    while (elements.next()) {
      const { name, value } = elements;
      if (editable.fields.has(name)) throw notImplemented(`a change to a document with two fields named ${name}`);
      editable.fields.set(name, value);
    }
    return editable;
  }

  /** The value of a field, closed again where it was opened. */
  get(name: string): Value | undefined {
    const content = this.fields.get(name);
    return content instanceof Editable ? valueFrom(Type.object, content.toBytes()) : content;
  }

  /** Puts a value in a field's place, or at the end where there is none. */
  set(name: string, value: Value): void {
    this.fields.set(name, value);
  }

  remove(name: string): void {
    this.fields.delete(name);
  }

  /** The document under a name, opened; undefined where there is nothing. Throws NotImplemented (238) on an array. */
  opened(name: string): Editable | undefined {
    const content = this.fields.get(name);
    if (content === undefined || content instanceof Editable) return content;
    if (content.type === Type.array) throw notImplemented(`a path through the array ${name}`);
    if (content.type !== Type.object) return undefined;
    const opened = Editable.of(content);
    this.fields.set(name, opened);
    return opened;
  }

  /** A new document under a name. Throws PathNotViable (28) where something is there. */
  added(name: string): Editable {
    if (this.fields.has(name)) throw new CommandError(28, `Cannot create a field in '${name}', which is no document`);
    const made = new Editable();
    this.fields.set(name, made);
    return made;
  }

  toBytes(): Buffer {
    const writer = new DocumentWriter().begin();
    this.writeTo(writer);
    return writer.end().finish();
  }

  private writeTo(writer: DocumentWriter): void {
    for (const [name, content] of this.fields) {
      if (content instanceof Editable) {
        writer.beginField(Type.object, name);
        content.writeTo(writer);
        writer.end();
      } else writer.value(name, content);
    }
  }
}

/** Where a path ends: in which document, under which name. */
export type Place = Readonly<{ parent: Editable; name: string }>;

/** Finds the place of a path, making documents on the way. Throws PathNotViable (28) or NotImplemented (238) where something else is. */
export const placeFor = (root: Editable, names: readonly string[]): Place => ({
  parent: names.slice(0, -1).reduce((parent, name) => parent.opened(name) ?? parent.added(name), root),
  name: names.at(-1) ?? '',
});

/** Finds the place of a path where documents lead to it; undefined otherwise. */
export const placeOf = (root: Editable, names: readonly string[]): Place | undefined => {
  let parent: Editable | undefined = root;
  for (const name of names.slice(0, -1)) parent = parent?.opened(name);
  return parent && { parent, name: names.at(-1) ?? '' };
};
