/** The little of the protobuf wire format that is written and read by hand: varints and length-prefixed fields. */

/** Length of a varint; for safe integers. */
export const varintSize = (value: number): number => {
  let size = 1;
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) size += 1;
  return size;
};

/** Length of a length-prefixed field of `length` bytes, its one-byte tag included. */
export const fieldSize = (length: number): number => 1 + varintSize(length) + length;

/** Writes one message front to back into a buffer of known size. */
export class ProtobufWriter {
  private at: number;

  constructor(
    private readonly into: Buffer,
    start: number,
  ) {
    this.at = start;
  }

  /** Tag of a length-prefixed field and the length that follows. */
  open(field: number, length: number): this {
    this.into[this.at++] = (field << 3) | 2;
    return this.varint(length);
  }

  bytes(field: number, value: Uint8Array): this {
    return this.open(field, value.length).raw(value);
  }

  number(field: number, value: number): this {
    this.into[this.at++] = field << 3;
    return this.varint(value);
  }

  raw(value: Uint8Array): this {
    this.into.set(value, this.at);
    this.at += value.length;
    return this;
  }

  latin(field: number, text: string): this {
    this.open(field, text.length);
    this.at += this.into.write(text, this.at, 'latin1');
    return this;
  }

  private varint(value: number): this {
    let rest = value;
    while (rest >= 0x80) {
      this.into[this.at++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.into[this.at++] = rest;
    return this;
  }
}

/** Reads one message front to back: `next` moves to a field, and one of the others takes its value. */
export class ProtobufReader {
  private at = 0;
  private kind = 0;

  constructor(private readonly bytes: Buffer) {}

  /** The number of the next field, or 0 at the end. */
  next(): number {
    if (this.at >= this.bytes.length) return 0;
    const tag = this.varint();
    this.kind = tag & 7;
    return tag >>> 3;
  }

  /** A whole number; above 2^53 it is not exact. */
  number(): number {
    this.expect(0);
    return this.varint();
  }

  message(): Buffer {
    this.expect(2);
    const length = this.varint();
    const end = this.at + length;
    if (end > this.bytes.length) throw new RangeError('a field ends behind its message');
    const value = this.bytes.subarray(this.at, end);
    this.at = end;
    return value;
  }

  text(): string {
    return this.message().toString('utf8');
  }

  /** Passes over a field that nobody asked for. */
  skip(): void {
    if (this.kind === 0) this.varint();
    else if (this.kind === 2) this.message();
    else this.at += this.kind === 1 ? 8 : 4;
  }

  private expect(kind: number): void {
    if (this.kind !== kind) throw new TypeError(`a field is of wire type ${this.kind}, not ${kind}`);
  }

  private varint(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.bytes[this.at];
      if (byte === undefined) throw new RangeError('a message ends within a number');
      this.at += 1;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 0x80;
    }
  }
}
