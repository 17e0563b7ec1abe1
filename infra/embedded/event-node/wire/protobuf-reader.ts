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
