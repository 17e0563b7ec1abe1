import { badValue, CommandError, notImplemented } from '../errors.js';
import { fieldsOf, isTrue, itemsOf, numberOf, textOf, Type, typeNames, type Value } from './value.js';

/** The fields of a command or of one of its statements, read with their types. Every getter throws TypeMismatch (14) on another type. */
export class Fields {
  constructor(protected readonly fields: ReadonlyMap<string, Value>) {}

  /** Throws TypeMismatch (14) where the value is no document. */
  static of(document: Value): Fields {
    if (document.type !== Type.object)
      throw new CommandError(14, `a value of type '${typeNames[document.type]}' where a document is expected`);
    return new Fields(fieldsOf(document));
  }

  /** Throws NotImplemented (238) naming the first field that is not known. */
  allowOnly(known: ReadonlySet<string>, what: string): this {
    for (const name of this.fields.keys()) if (!known.has(name)) throw notImplemented(`the option ${name} of ${what}`);
    return this;
  }

  /** The value under a name; null counts as not given. */
  value(name: string): Value | undefined {
    const value = this.fields.get(name);
    return value?.type === Type.null ? undefined : value;
  }

  text(name: string): string | undefined {
    const value = this.value(name);
    if (value && value.type !== Type.string) throw mismatch(name, 'string', value);
    return value && textOf(value);
  }

  number(name: string): number | undefined {
    const value = this.value(name);
    const number = value && numberOf(value);
    if (value && number === undefined) throw mismatch(name, 'number', value);
    return number;
  }

  /** A whole number of at least zero. Throws BadValue (2). */
  count(name: string): number | undefined {
    const number = this.number(name);
    if (number !== undefined && (number < 0 || !Number.isInteger(number)))
      throw badValue(`${name} must be a whole number >= 0`);
    return number;
  }

  flag(name: string): boolean {
    const value = this.value(name);
    return value !== undefined && isTrue(value);
  }

  document(name: string): Value | undefined {
    const value = this.value(name);
    if (value && value.type !== Type.object) throw mismatch(name, 'object', value);
    return value;
  }

  list(name: string): readonly Value[] {
    const value = this.value(name);
    if (value?.type !== Type.array) throw mismatch(name, 'array', value);
    return itemsOf(value);
  }

  /** A value that has to be there, as `get` reads it. Throws FailedToParse (9). */
  required<T>(name: string, get: (this: Fields, name: string) => T | undefined): T {
    const value = get.call(this, name);
    if (value === undefined) throw new CommandError(9, `the field '${name}' is missing`);
    return value;
  }
}

const mismatch = (name: string, wanted: string, value: Value | undefined): CommandError =>
  new CommandError(
    14,
    `field '${name}' is of type '${value ? typeNames[value.type] : 'missing'}', expected '${wanted}'`,
  );
