import { canonicalJson } from './canonical-json.js';

/** A member of a JSON object: its name, and the canonical text of its value. */
export type Member = Readonly<{ name: string; text: string }>;

/**
 * The canonical text (RFC 8785) of the value that a JSON text says: `canonicalJson` of what `JSON.parse` makes of it. A plain text is only
 * put in order, and no value is made. Throws `SyntaxError` for what is no JSON, `NotCanonical` for what has no canonical form.
 */
export const canonicalText = (json: string): string =>
  inPlainText(json, (reader) => reader.value()) ?? canonicalJson(JSON.parse(json));

/** The members of the JSON object that a text says, in canonical order; null where it says no object. Throws as `canonicalText` does. */
export const canonicalMembers = (json: string): readonly Member[] | null => {
  const found = inPlainText(json, (reader) => reader.members());
  if (found !== null) return found;
  const value: unknown = JSON.parse(json);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return Object.entries(value)
    .map(([name, one]) => ({ name, text: canonicalJson(one) }))
    .sort(byName);
};

/** The text of the object that has these members. */
export const objectText = (members: readonly Member[]): string => {
  let text = '{';
  for (const { name, text: value } of members) text += `${text.length === 1 ? '' : ','}${canonicalJson(name)}:${value}`;
  return `${text}}`;
};

/** Escapes, control characters (white space between tokens, too) and surrogates: left to `JSON.parse` and `canonicalJson`. */
const unusual = /[^ -[\]-\ud7ff\ue000-\uffff]/;

const inPlainText = <T>(json: string, read: (reader: PlainReader) => T): T | null => {
  if (unusual.test(json)) return null;
  const reader = new PlainReader(json);
  try {
    const found = read(reader);
    return reader.isAtEnd ? found : null;
  } catch (error) {
    if (error instanceof NotPlain) return null;
    throw error;
  }
};

/** What stands here is for `JSON.parse` to judge. */
class NotPlain extends Error {}

const [quote, comma, colon] = [...'",:'].map((sign) => sign.charCodeAt(0));
const [braceOpen, braceClose, bracketOpen, bracketClose] = [...'{}[]'].map((sign) => sign.charCodeAt(0));

/** As deep as any event goes, and far less than the stack takes. */
const deepest = 100;

/** Reads a JSON text without escapes and white space front to back. Throws `NotPlain` for all else. */
class PlainReader {
  #at = 0;
  #depth = 0;

  constructor(private readonly json: string) {}

  get isAtEnd(): boolean {
    return this.#at === this.json.length;
  }

  /** The canonical text of the value that stands here: as it stands where its members are in order, else put in order. */
  value(): string {
    const [start, depth] = [this.#at, this.#depth];
    if (this.#pass()) return this.json.slice(start, this.#at);
    [this.#at, this.#depth] = [start, depth];
    return this.#stands(braceOpen) ? objectText(this.members()) : `[${this.#items().join(',')}]`;
  }

  /** Of the object that stands here, sorted. A name that is there twice is for `JSON.parse` to judge. */
  members(): readonly Member[] {
    this.#open(braceOpen);
    const members: Member[] = [];
    while (!this.#closes(braceClose, members.length)) {
      const start = this.#at + 1;
      this.#passString();
      const name = this.json.slice(start, this.#at - 1);
      this.#take(colon);
      members.push({ name, text: this.value() });
    }
    members.sort(byName);
    if (members.some(({ name }, at) => name === members[at + 1]?.name)) throw new NotPlain();
    return members;
  }

  #items(): readonly string[] {
    this.#open(bracketOpen);
    const items: string[] = [];
    while (!this.#closes(bracketClose, items.length)) items.push(this.value());
    return items;
  }

  /** Passes over a value, and makes nothing; false, somewhere in it, where members are not in order. */
  #pass(): boolean {
    switch (this.json.charCodeAt(this.#at)) {
      case quote:
        return this.#passString();
      case braceOpen:
        return this.#passObject();
      case bracketOpen:
        return this.#passArray();
      default:
        return this.#passWord();
    }
  }

  #passObject(): boolean {
    this.#open(braceOpen);
    let [start, end] = [0, 0];
    for (let members = 0; !this.#closes(braceClose, members); members += 1) {
      const [before, beforeEnd] = [start, end];
      start = this.#at + 1;
      this.#passString();
      end = this.#at - 1;
      if (members > 0 && !this.#isInOrder(before, beforeEnd, start, end)) return false;
      this.#take(colon);
      if (!this.#pass()) return false;
    }
    return true;
  }

  /** Whether one name, by its places in the text, is less than the next. */
  #isInOrder(one: number, oneEnd: number, next: number, nextEnd: number): boolean {
    for (let at = 0; one + at < oneEnd && next + at < nextEnd; at += 1) {
      const difference = this.json.charCodeAt(one + at) - this.json.charCodeAt(next + at);
      if (difference !== 0) return difference < 0;
    }
    return oneEnd - one < nextEnd - next;
  }

  #passArray(): boolean {
    this.#open(bracketOpen);
    for (let items = 0; !this.#closes(bracketClose, items); items += 1) if (!this.#pass()) return false;
    return true;
  }

  /** A string has no escapes here, so that it ends with the next quote. */
  #passString(): true {
    this.#take(quote);
    const end = this.json.indexOf('"', this.#at);
    if (end < 0) throw new NotPlain();
    this.#at = end + 1;
    return true;
  }

  /** A number as ECMAScript writes it, or a literal. */
  #passWord(): true {
    const start = this.#at;
    while (this.#at < this.json.length && !isEnd(this.json.charCodeAt(this.#at))) this.#at += 1;
    const word = this.json.slice(start, this.#at);
    if (word === 'null' || word === 'true' || word === 'false' || isPlainNumber(word)) return true;
    throw new NotPlain();
  }

  #stands(sign: number | undefined): boolean {
    return this.json.charCodeAt(this.#at) === sign;
  }

  #take(sign: number | undefined): void {
    if (!this.#stands(sign)) throw new NotPlain();
    this.#at += 1;
  }

  #open(sign: number | undefined): void {
    this.#take(sign);
    this.#depth += 1;
    if (this.#depth > deepest) throw new NotPlain();
  }

  /** Whether a list ends here; else what stands between two of its items is passed over. */
  #closes(sign: number | undefined, items: number): boolean {
    if (this.#stands(sign)) {
      this.#at += 1;
      this.#depth -= 1;
      return true;
    }
    if (items > 0) this.#take(comma);
    return false;
  }
}

const isEnd = (sign: number): boolean => sign === comma || sign === braceClose || sign === bracketClose;

/** `NaN` and `Infinity` are no JSON. */
const isPlainNumber = (word: string): boolean => {
  const value = Number(word);
  return Number.isFinite(value) && String(value) === word;
};

const byName = (one: Member, other: Member): number => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0);
