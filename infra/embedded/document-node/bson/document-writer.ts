import { Type, type Elements, type Value } from './value.js';

/** Puts documents together from pieces of other documents, without decoding them. */
export class DocumentWriter {
  private bytes: Buffer;
  private length = 0;
  private readonly open: number[] = [];

  constructor(room = 512) {
    this.bytes = Buffer.allocUnsafe(room);
  }

  /** Starts the outermost document. */
  begin(): this {
    this.room(4);
    this.open.push(this.length);
    this.length += 4;
    return this;
  }

  /** Starts a nested document or array under a name; `end` closes it. */
  beginField(type: number, name: string | Buffer): this {
    this.head(type, name);
    return this.begin();
  }

  /** Closes the innermost document. */
  end(): this {
    this.room(1);
    this.bytes[this.length] = 0;
    this.length += 1;
    const at = this.open.pop() ?? 0;
    this.bytes.writeInt32LE(this.length - at, at);
    return this;
  }

  /** A field with a value taken from another document. */
  value(name: string | Buffer, value: Value): this {
    this.head(value.type, name);
    return this.copy(value.bytes, value.at, value.end);
  }

  /** A field with a value given as type byte and bytes. */
  raw(type: number, name: string | Buffer, bytes: Buffer): this {
    this.head(type, name);
    return this.copy(bytes, 0, bytes.length);
  }

  /** The element under the cursor, as it is. */
  element(elements: Elements): this {
    return this.copy(elements.bytes, elements.nameAt - 1, elements.end);
  }

  double(name: string, value: number): this {
    this.head(Type.double, name);
    this.room(8);
    this.length = this.bytes.writeDoubleLE(value, this.length);
    return this;
  }

  int(name: string, value: number): this {
    this.head(Type.int, name);
    this.room(4);
    this.length = this.bytes.writeInt32LE(value, this.length);
    return this;
  }

  long(name: string, value: bigint): this {
    this.head(Type.long, name);
    this.room(8);
    this.length = this.bytes.writeBigInt64LE(value, this.length);
    return this;
  }

  bool(name: string, value: boolean): this {
    return this.raw(Type.bool, name, Buffer.from([value ? 1 : 0]));
  }

  nothing(name: string): this {
    this.head(Type.null, name);
    return this;
  }

  string(name: string, value: string): this {
    this.head(Type.string, name);
    const size = Buffer.byteLength(value);
    this.room(size + 5);
    this.bytes.writeInt32LE(size + 1, this.length);
    this.bytes.write(value, this.length + 4);
    this.bytes[this.length + 4 + size] = 0;
    this.length += size + 5;
    return this;
  }

  /** Bytes as they are, for callers that have whole elements. */
  copy(bytes: Buffer, at: number, end: number): this {
    this.room(end - at);
    bytes.copy(this.bytes, this.length, at, end);
    this.length += end - at;
    return this;
  }

  /** The finished bytes; the writer is done with. */
  finish(): Buffer {
    return this.bytes.subarray(0, this.length);
  }

  get size(): number {
    return this.length;
  }

  private head(type: number, name: string | Buffer): void {
    const size = typeof name === 'string' ? Buffer.byteLength(name) : name.length;
    this.room(size + 2);
    this.bytes[this.length] = type;
    if (typeof name === 'string') this.bytes.write(name, this.length + 1);
    else name.copy(this.bytes, this.length + 1);
    this.bytes[this.length + 1 + size] = 0;
    this.length += size + 2;
  }

  private room(size: number): void {
    if (this.length + size <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe((this.length + size) * 2);
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}
