import { entryHeaderSize, type BatchFacts } from './batch.js';
import { Column } from './column.js';
import { Names } from './names.js';

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
