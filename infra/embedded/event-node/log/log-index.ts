import { entryHeaderSize, type BatchFacts } from './batch.js';

/** Where the bytes of a message stand in the file. */
export type Extent = Readonly<{ at: number; length: number }>;

/**
 * Everything known of the durable events, by ordinal (0 for the first event of the log): about 24 bytes an event.
 * The events themselves stay in the file.
 */
export class LogIndex {
  readonly streams = new Names();
  readonly types = new Names();
  private readonly positions = new Column(Float64Array);
  private readonly lengths = new Column(Uint32Array);
  private readonly streamNumbers = new Column(Uint32Array);
  private readonly typeNumbers = new Column(Uint32Array);
  private readonly ordinals: number[][] = [];

  /** Number of durable events. */
  get size(): number {
    return this.positions.length;
  }

  /** Adds the events of one append; answers the ordinal of the first. */
  add(batch: BatchFacts): number {
    const first = this.size;
    const stream = this.streams.numberOf(batch.stream);
    const ordinals = (this.ordinals[stream] ??= []);
    for (const event of batch.events) {
      ordinals.push(this.size);
      this.positions.push(event.position);
      this.lengths.push(event.wireLength);
      this.streamNumbers.push(stream);
      this.typeNumbers.push(this.types.numberOf(event.type));
    }
    return first;
  }

  /** Ordinals of a stream's events by revision; empty where there is none. Grows as events come. */
  ordinalsOf(stream: string): readonly number[] {
    const number = this.streams.find(stream);
    return (number === undefined ? undefined : this.ordinals[number]) ?? [];
  }

  positionAt(ordinal: number): number {
    return this.positions.at(ordinal);
  }

  streamNumberAt(ordinal: number): number {
    return this.streamNumbers.at(ordinal);
  }

  typeNumberAt(ordinal: number): number {
    return this.typeNumbers.at(ordinal);
  }

  /** Where an event's encoded message stands. */
  wireAt(ordinal: number): Extent {
    const typeLength = this.types.byteLengthAt(this.typeNumberAt(ordinal));
    return { at: this.positionAt(ordinal) + entryHeaderSize + typeLength, length: this.lengths.at(ordinal) };
  }

  /** The ordinal of the first event at or after a position; `size` where there is none. */
  ordinalFrom(position: number): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.positions.at(middle) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Strings that repeat, each kept once and known by a number. */
class Names {
  private readonly numbers = new Map<string, number>();
  private readonly texts: string[] = [];
  private readonly byteLengths: number[] = [];

  /** The number of a name; a new one where it is not known yet. */
  numberOf(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    const number = this.texts.push(name) - 1;
    this.byteLengths.push(Buffer.byteLength(name));
    this.numbers.set(name, number);
    return number;
  }

  find(name: string): number | undefined {
    return this.numbers.get(name);
  }

  nameAt(number: number): string {
    const name = this.texts[number];
    if (name === undefined) throw new RangeError(`no name has the number ${number}`);
    return name;
  }

  /** Length of the name in UTF-8. */
  byteLengthAt(number: number): number {
    return this.byteLengths[number] ?? 0;
  }
}

type Numbers = Float64Array | Uint32Array;

/** A growing list of numbers in a typed array. */
class Column<T extends Numbers> {
  private values: T;
  private used = 0;

  constructor(private readonly kind: new (size: number) => T) {
    this.values = new kind(1024);
  }

  get length(): number {
    return this.used;
  }

  push(value: number): void {
    if (this.used === this.values.length) {
      const grown = new this.kind(this.used * 2);
      grown.set(this.values);
      this.values = grown;
    }
    this.values[this.used] = value;
    this.used += 1;
  }

  /** The value at an index below `length`. */
  at(index: number): number {
    const value = index < this.used ? this.values[index] : undefined;
    if (value === undefined) throw new RangeError(`no value at ${index} of ${this.used}`);
    return value;
  }
}
