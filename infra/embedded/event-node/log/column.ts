type Numbers = Float64Array | Uint32Array;

/** A growing list of numbers in a typed array. */
export class Column<T extends Numbers> {
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
