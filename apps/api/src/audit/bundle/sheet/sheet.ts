import type { Language } from '@app/domain';

/** What is told of a bundle, one block below the other: `case.html` and `case.pdf` are two forms of it. `madeAt` is ISO 8601. */
export type Sheet = Readonly<{ language: Language; title: string; madeAt: string; blocks: readonly Block[] }>;

export type Block =
  | Readonly<{ kind: 'HEADING'; level: 1 | 2 | 3; text: string }>
  | Readonly<{ kind: 'PARAGRAPH' | 'CODE'; text: string }>
  | Readonly<{ kind: 'ENTRY'; entry: Entry }>;

/** Something that happened or is owed: a sentence, what belongs to it in small, and what more there is to say, a line each. */
export type Entry = Readonly<{ head: string; facts: readonly Named[]; lines: readonly Line[] }>;

export type Named = Readonly<{ name: string; text: string }>;

/** A sentence, or a value by its name. */
export type Line = string | Named;

/** A fact as both forms write it. */
export const namedText = ({ name, text }: Named): string => `${name}: ${text}`;

/** A sheet each text of which is changed. */
export const withTexts = (sheet: Sheet, change: (text: string) => string): Sheet => ({
  ...sheet,
  title: change(sheet.title),
  blocks: sheet.blocks.map((block) =>
    block.kind === 'ENTRY'
      ? { ...block, entry: entryWith(block.entry, change) }
      : { ...block, text: change(block.text) },
  ),
});

const entryWith = ({ head, facts, lines }: Entry, change: (text: string) => string): Entry => {
  const named = ({ name, text }: Named): Named => ({ name: change(name), text: change(text) });
  return {
    head: change(head),
    facts: facts.map(named),
    lines: lines.map((line) => (typeof line === 'string' ? change(line) : named(line))),
  };
};
