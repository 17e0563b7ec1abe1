import { CommandError, notImplemented } from '../errors.js';

/** The type bytes of BSON that this node stores. */
export const Type = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  undefined: 6,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: 255,
  maxKey: 127,
} as const;

/** The name that `$type` and error messages use for a type byte. */
export const typeNames: Readonly<Record<number, string>> = {
  ...Object.fromEntries(Object.entries(Type).map(([name, type]) => [type, name])),
  12: 'dbPointer',
  13: 'javascript',
  14: 'symbol',
  15: 'javascriptWithScope',
};

const numeric = new Set<number>([Type.double, Type.int, Type.long, Type.decimal]);

export const isNumeric = (type: number): boolean => numeric.has(type);

/** One BSON value where it lies: its type byte, and the bytes `at` … `end` of the buffer that holds it. */
export class Value {
  constructor(
    readonly type: number,
    readonly bytes: Buffer,
    readonly at: number,
    readonly end: number,
  ) {}

  /** The value's bytes, without type and name. */
  get raw(): Buffer {
    return this.bytes.subarray(this.at, this.end);
  }
}

/** The value of this type that a whole buffer holds. */
export const valueFrom = (type: number, bytes: Buffer): Value => new Value(type, bytes, 0, bytes.length);

/** A document or array as a value. */
export const documentValue = (bytes: Buffer, at = 0): Value =>
  new Value(Type.object, bytes, at, at + bytes.readInt32LE(at));

const fixedSizes: Readonly<Record<number, number>> = {
  [Type.double]: 8,
  [Type.undefined]: 0,
  [Type.objectId]: 12,
  [Type.bool]: 1,
  [Type.date]: 8,
  [Type.null]: 0,
  [Type.int]: 4,
  [Type.timestamp]: 8,
  [Type.long]: 8,
  [Type.decimal]: 16,
  [Type.minKey]: 0,
  [Type.maxKey]: 0,
};

/** Sizes by type byte; -1 where the size is written in the value. */
const sizes = Int8Array.from({ length: 256 }, (_, type) => fixedSizes[type] ?? -1);

/** Where the value of this type that starts at `at` ends. Throws on types that this node does not store. */
export const valueEnd = (type: number, bytes: Buffer, at: number): number => {
  const size = sizes[type] ?? -1;
  return size >= 0 ? at + size : variableEnd(type, bytes, at);
};

const variableEnd = (type: number, bytes: Buffer, at: number): number => {
  switch (type) {
    case Type.string:
      return at + 4 + bytes.readInt32LE(at);
    case Type.object:
    case Type.array:
      return at + bytes.readInt32LE(at);
    case Type.binData:
      return at + 5 + bytes.readInt32LE(at);
    case Type.regex:
      return nameEnd(bytes, nameEnd(bytes, at) + 1) + 1;
    default:
      throw notImplemented(`BSON type ${typeNames[type] ?? type}`);
  }
};

/** Where the zero byte lies that ends the name starting at `at`. */
export const nameEnd = (bytes: Buffer, at: number): number => {
  let end = at;
  while (bytes[end] !== 0) {
    if (end >= bytes.length) throw new CommandError(22, 'a name in a BSON document has no end');
    end += 1;
  }
  return end;
};

/** Steps through the elements of a document or array without copying anything. */
export class Elements {
  type = 0;
  nameAt = 0;
  nameEnd = 0;
  at = 0;
  end: number;

  constructor(
    readonly bytes: Buffer,
    documentAt = 0,
  ) {
    this.end = documentAt + 4;
  }

  /** Moves to the next element; false at the end of the document. */
  next(): boolean {
    const { bytes } = this;
    const type = bytes[this.end] ?? 0;
    if (type === 0) return false;
    this.type = type;
    this.nameAt = this.end + 1;
    let at = this.nameAt;
    while (bytes[at] !== 0) at += 1;
    this.nameEnd = at;
    this.at = at + 1;
    this.end = valueEnd(type, bytes, at + 1);
    return true;
  }

  get name(): string {
    return this.bytes.toString('utf8', this.nameAt, this.nameEnd);
  }

  get value(): Value {
    return new Value(this.type, this.bytes, this.at, this.end);
  }

  /** Whether the element's name is this one (in UTF-8). */
  isNamed(name: Buffer): boolean {
    if (this.nameEnd - this.nameAt !== name.length) return false;
    for (let i = 0; i < name.length; i += 1) if (this.bytes[this.nameAt + i] !== name[i]) return false;
    return true;
  }
}

/** The field of the document at `documentAt`, or undefined where it has none. */
export const fieldOf = (bytes: Buffer, documentAt: number, name: Buffer): Value | undefined => {
  const elements = new Elements(bytes, documentAt);
  while (elements.next()) if (elements.isNamed(name)) return elements.value;
  return undefined;
};

/** The fields of a document by name, in order. */
export const fieldsOf = (document: Value): Map<string, Value> => {
  const fields = new Map<string, Value>();
  const elements = new Elements(document.bytes, document.at);
  while (elements.next()) fields.set(elements.name, elements.value);
  return fields;
};

/** The items of an array, in order. */
export const itemsOf = (array: Value): Value[] => {
  const items: Value[] = [];
  const elements = new Elements(array.bytes, array.at);
  while (elements.next()) items.push(elements.value);
  return items;
};

/** The text of a string value. */
export const textOf = (value: Value): string => value.bytes.toString('utf8', value.at + 4, value.end - 1);

/** The number of a double, int or long (rounded above 2^53), undefined for anything else. */
export const numberOf = (value: Value): number | undefined => {
  switch (value.type) {
    case Type.double:
      return value.bytes.readDoubleLE(value.at);
    case Type.int:
      return value.bytes.readInt32LE(value.at);
    case Type.long:
      return Number(value.bytes.readBigInt64LE(value.at));
    default:
      return undefined;
  }
};

/** Whether a flag given as a bool or a number is set. */
export const isTrue = (value: Value): boolean =>
  value.type === Type.bool ? value.bytes[value.at] === 1 : (numberOf(value) ?? 0) !== 0;

/** The null value. */
export const nullValue: Value = valueFrom(Type.null, Buffer.alloc(0));

export const intValue = (value: number): Value => {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeInt32LE(value);
  return valueFrom(Type.int, bytes);
};

export const doubleValue = (value: number): Value => {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeDoubleLE(value);
  return valueFrom(Type.double, bytes);
};
