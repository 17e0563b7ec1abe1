/** A change that a document shows: of a file that is there, or a new file. */
export type Block = Readonly<{ section: string; kind: 'diff' | 'ts'; file: string; lines: readonly string[] }>;

/** Every fenced block of a document that names a file, under the heading that it stands under. */
export const blocksOf = (document: string): readonly Block[] =>
  document.split(/^## /m).flatMap((section) => {
    const heading = section.split('\n', 1)[0] ?? '';
    return [...section.matchAll(/^```(diff|ts) file=(\S+)\n(.*?)^```$/gms)].map(([, kind, file = '', text = '']) => ({
      section: heading,
      kind: kind === 'diff' ? 'diff' : 'ts',
      file,
      lines: text.replace(/\n$/, '').split('\n'),
    }));
  });

/** The text of a file after a change. Throws where the lines that the change rests on are not there exactly once. */
export const change = ({ kind, file, lines }: Block, text: string | null): string => {
  if (kind === 'ts') {
    if (text !== null) throw new Error(`${file} is there already`);
    return `${lines.join('\n')}\n`;
  }
  const before = linesWith(lines, '-');
  const [head, tail, ...more] = (text ?? '').split(before);
  if (head === undefined || tail === undefined || more.length > 0) {
    throw new Error(`the document rests on lines that ${file} does not have exactly once:\n${before}`);
  }
  return `${head}${linesWith(lines, '+')}${tail}`;
};

/** The lines that stand there already, and those of a sign. */
const linesWith = (lines: readonly string[], sign: '+' | '-'): string =>
  lines
    .flatMap((line) => (line === '' || line.startsWith(' ') || line.startsWith(sign) ? [`${line.slice(1)}\n`] : []))
    .join('');
