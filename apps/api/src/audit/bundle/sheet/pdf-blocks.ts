import { type Block, type Entry, type Line, namedText } from './sheet.js';

type Pdf = PDFKit.PDFDocument;
type Element = ReturnType<Pdf['struct']>;
/** Sizes in points; `keep` is what of the next text has to be on the same page. */
type Style = Readonly<{
  font: 'text' | 'head';
  size: number;
  color?: string;
  indent?: number;
  above?: number;
  keep?: number;
}>;

const quiet = '#555555';
const styles = {
  HEADING: {
    1: { font: 'head', size: 17 },
    2: { font: 'head', size: 13, above: 12, keep: 60 },
    3: { font: 'head', size: 11, above: 8, keep: 50 },
  },
  PARAGRAPH: { font: 'text', size: 9.5 },
  CODE: { font: 'text', size: 8.5, color: '#333333', indent: 10 },
  HEAD: { font: 'head', size: 9.5, above: 5, keep: 24 },
  FACTS: { font: 'text', size: 8, color: quiet, indent: 10 },
  LINE: { font: 'text', size: 8.5, indent: 10 },
} as const satisfies Record<string, Style | Record<number, Style>>;

/** Draws blocks below each other, each with the tag that says what it is. Their text has glyphs in the fonts. */
export const drawBlocks = (pdf: Pdf, blocks: readonly Block[]): void => {
  const document = pdf.struct('Document');
  pdf.addStructure(document);
  for (const block of blocks) drawBlock(pdf, document, block);
  document.end();
};

const drawBlock = (pdf: Pdf, document: Element, block: Block): void => {
  switch (block.kind) {
    case 'HEADING':
      return write(pdf, document, { tag: `H${block.level}`, text: block.text, style: styles.HEADING[block.level] });
    case 'PARAGRAPH':
      return write(pdf, document, { tag: 'P', text: block.text, style: styles.PARAGRAPH });
    case 'CODE':
      return write(pdf, document, { tag: 'Code', text: block.text, style: styles.CODE });
    case 'ENTRY':
      return drawEntry(pdf, document, block.entry);
  }
};

const drawEntry = (pdf: Pdf, document: Element, { head, facts, lines }: Entry): void => {
  const section = pdf.struct('Sect');
  // What is added to a part of the document is drawn at once.
  document.add(section);
  write(pdf, section, { tag: 'P', text: head, style: styles.HEAD });
  if (facts.length > 0) write(pdf, section, { tag: 'P', text: facts.map(namedText).join(' · '), style: styles.FACTS });
  for (const line of lines) write(pdf, section, { tag: 'P', text: lineText(line), style: styles.LINE });
  section.end();
};

const lineText = (line: Line): string => (typeof line === 'string' ? line : namedText(line));

type Written = Readonly<{ tag: string; text: string; style: Style }>;

const write = (pdf: Pdf, parent: Element, { tag, text, style }: Written): void => {
  const { font, size, color = 'black', indent = 0, above = 2, keep = 0 } = style;
  const { margins, width } = pdf.page;
  const options = { width: width - margins.left - margins.right - indent, lineGap: 1.5 };
  pdf.font(font, size).fillColor(color);
  // A head does not stand alone at the end of a page.
  if (keep > 0 && pdf.y + above + pdf.heightOfString(text, options) + keep > pdf.page.maxY()) pdf.addPage();
  parent.add(
    pdf.struct(tag, {}, () => {
      pdf.text(text, margins.left + indent, pdf.y + above, options);
    }),
  );
};
