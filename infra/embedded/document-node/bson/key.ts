import { notImplemented } from '../errors.js';
import { Elements, Type, typeNames, Value } from './value.js';

/**
 * Writes values as bytes whose plain byte order is the order of BSON comparison, each encoding no prefix of another: the
 * one definition of order and equality in this node, used for comparing, sorting, `_id` and indexes.
 * Throws NotImplemented (238) on types that have no encoding here: Decimal128, timestamps, regular expressions, MinKey and MaxKey.
 */
export class KeyWriter {
  private bytes = Buffer.allocUnsafe(1024);
  length = 0;

  /** Appends a value's encoding. */
  write(value: Value): this {
    this.writeTyped(value.type, value.bytes, value.at, value.end);
    return this;
  }

  /** Appends the encoding of a type that has no value: null (also for what is missing) or undefined (an empty array in an index). */
  writeBare(type: number): this {
    this.byte(tagOf(type));
    return this;
  }

  /** Appends bytes as they are. */
  append(bytes: Buffer): this {
    this.room(bytes.length);
    bytes.copy(this.bytes, this.length);
    this.length += bytes.length;
    return this;
  }

  /** Turns the order of everything written since `from` around. */
  invert(from: number): void {
    for (let i = from; i < this.length; i += 1) this.bytes[i] = ~(this.bytes[i] ?? 0);
  }

  /** A copy of what was written. */
  take(from = 0): Buffer {
    return Buffer.from(this.bytes.subarray(from, this.length));
  }

  /** Orders what was written against other encoded bytes. */
  compareTo(other: Buffer): number {
    return this.bytes.compare(other, 0, other.length, 0, this.length);
  }

  reset(): this {
    this.length = 0;
    return this;
  }

  private writeTyped(type: number, bytes: Buffer, at: number, end: number): void {
    this.byte(tagOf(type));
    this.writePayload(type, bytes, at, end);
  }

  private writePayload(type: number, bytes: Buffer, at: number, end: number): void {
    switch (type) {
      case Type.string:
        return this.escaped(bytes, at + 4, end - 1);
      case Type.int:
        return this.double(bytes.readInt32LE(at));
      case Type.double:
        return this.anyDouble(bytes.readDoubleLE(at));
      case Type.date:
        return this.int64(bytes, at);
      case Type.bool:
        return this.byte(bytes[at] ?? 0);
      default:
        return this.writeRarePayload(type, bytes, at, end);
    }
  }

  private writeRarePayload(type: number, bytes: Buffer, at: number, end: number): void {
    switch (type) {
      case Type.long:
        return this.long(bytes.readBigInt64LE(at));
      case Type.object:
        return this.nested(bytes, at, true);
      case Type.array:
        return this.nested(bytes, at, false);
      case Type.objectId:
        return void this.append(bytes.subarray(at, end));
      case Type.binData:
        return this.binary(bytes, at, end);
      default:
        return undefined;
    }
  }

  private nested(bytes: Buffer, at: number, named: boolean): void {
    const elements = new Elements(bytes, at);
    while (elements.next()) {
      this.byte(tagOf(elements.type));
      if (named) this.append(bytes.subarray(elements.nameAt, elements.nameEnd + 1));
      this.writePayload(elements.type, bytes, elements.at, elements.end);
    }
    this.byte(0);
  }

  /** Zero bytes are doubled with 0xFF, and 0x00 0x01 ends the text, so that no text is a prefix of another. */
  private escaped(bytes: Buffer, at: number, end: number): void {
    this.room((end - at) * 2 + 2);
    const target = this.bytes;
    let length = this.length;
    for (let i = at; i < end; i += 1) {
      const byte = bytes[i] ?? 0;
      target[length++] = byte;
      if (byte === 0) target[length++] = 0xff;
    }
    target[length++] = 0;
    target[length++] = 1;
    this.length = length;
  }

  private anyDouble(value: number): void {
    this.double(value);
    if (Math.abs(value) >= 2 ** 53) this.uint16(0);
  }

  /** A long beyond 2^53 is the double below it and how far it lies above that, in two bytes. */
  private long(value: bigint): void {
    let below = Number(value);
    if (Math.abs(below) < 2 ** 53) return this.double(below);
    if (BigInt(below) > value) below = nextBelow(below);
    this.double(below);
    return this.uint16(Number(value - BigInt(below)));
  }

  private double(value: number): void {
    this.room(8);
    const at = this.length;
    this.length += 8;
    if (Number.isNaN(value)) return void this.bytes.fill(0, at, at + 8);
    this.bytes.writeDoubleBE(value === 0 ? 0 : value, at);
    if ((this.bytes[at] ?? 0) & 0x80) return this.invert(at);
    this.bytes[at] = (this.bytes[at] ?? 0) | 0x80;
    return undefined;
  }

  private int64(bytes: Buffer, at: number): void {
    this.room(8);
    this.bytes.writeUInt32BE((bytes.readInt32LE(at + 4) ^ 0x80000000) >>> 0, this.length);
    this.bytes.writeUInt32BE(bytes.readUInt32LE(at), this.length + 4);
    this.length += 8;
  }

  private binary(bytes: Buffer, at: number, end: number): void {
    this.room(4);
    this.length = this.bytes.writeUInt32BE(bytes.readInt32LE(at), this.length);
    this.append(bytes.subarray(at + 4, end));
  }

  private uint16(value: number): void {
    this.room(2);
    this.length = this.bytes.writeUInt16BE(value, this.length);
  }

  private byte(value: number): void {
    this.room(1);
    this.bytes[this.length] = value;
    this.length += 1;
  }

  private room(size: number): void {
    if (this.length + size <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe((this.length + size) * 2);
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}

/** The first byte of a type's encoding: the order between types. Types that compare with each other share one. */
const tags: Readonly<Record<number, number>> = {
  [Type.undefined]: 0x04,
  [Type.null]: 0x06,
  [Type.double]: 0x10,
  [Type.int]: 0x10,
  [Type.long]: 0x10,
  [Type.string]: 0x20,
  [Type.object]: 0x28,
  [Type.array]: 0x30,
  [Type.binData]: 0x38,
  [Type.objectId]: 0x40,
  [Type.bool]: 0x48,
  [Type.date]: 0x50,
};
const tagTable = Uint8Array.from({ length: 256 }, (_, type) => tags[type] ?? 0);

/** The tag of a type; two values are of comparable types exactly where their tags are equal. Throws 238 on Decimal128 and other rare types. */
export const tagOf = (type: number): number => {
  const tag = tagTable[type] ?? 0;
  if (tag === 0) throw notImplemented(`comparing or indexing a value of type ${typeNames[type] ?? type}`);
  return tag;
};

const scratch = new DataView(new ArrayBuffer(8));

const nextBelow = (value: number): number => {
  scratch.setFloat64(0, value);
  scratch.setBigInt64(0, scratch.getBigInt64(0) + (value > 0 ? -1n : 1n));
  return scratch.getFloat64(0);
};

const shared = new KeyWriter();

/** The encoding of one value. */
export const keyOf = (value: Value): Buffer => shared.reset().write(value).take();

/** Orders a value against an encoded one: negative, zero or positive. */
export const compareToKey = (value: Value, key: Buffer): number => shared.reset().write(value).compareTo(key);

/** The first bytes after everything that starts with these. Encodings are never all 0xFF, which nothing could follow. */
export const successor = (prefix: Buffer): Buffer => {
  let last = prefix.length - 1;
  while (last >= 0 && prefix[last] === 0xff) last -= 1;
  const next = Buffer.from(prefix.subarray(0, last + 1));
  next[last] = (next[last] ?? 0) + 1;
  return next;
};
