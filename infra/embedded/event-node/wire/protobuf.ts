/** The little of the protobuf wire format that is written by hand: varints and length-prefixed fields. */

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
