/** Strings that repeat, each kept once and known by a number. */
export class Names {
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
