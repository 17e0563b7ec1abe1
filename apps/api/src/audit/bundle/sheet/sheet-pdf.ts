import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import { openSync } from 'fontkit';
import Pdf from 'pdfkit';
import { drawBlocks } from './pdf-blocks.js';
import { type Sheet, withTexts } from './sheet.js';

const { resolve } = createRequire(import.meta.url);

/** Golos Text has all letters of English, Russian and Kazakh, and the sign of the tenge. */
const fontOf = (style: string): string => resolve(`@expo-google-fonts/golos-text/${style}/GolosText_${style}.ttf`);

/** A sheet as PDF/A-2a, with its language, its title and its fonts: the same sheet gives the same bytes. About 60 ms a page. */
export const sheetPdf = async (told: Sheet): Promise<Buffer> => {
  const sheet = withTexts(told, drawable());
  const made = new Date(sheet.madeAt);
  const pdf = new Pdf({
    size: 'A4',
    margins: { top: 56, bottom: 62, left: 56, right: 56 },
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    lang: sheet.language,
    displayTitle: true,
    bufferPages: true,
    font: fontOf('400Regular'),
    info: { Title: sheet.title, Creator: 'Shanyraq', CreationDate: made, ModDate: made },
  });
  const bytes = buffer(pdf);
  pdf.registerFont('text', fontOf('400Regular'));
  pdf.registerFont('head', fontOf('600SemiBold'));
  drawBlocks(pdf, sheet.blocks);
  numberPages(pdf, sheet.title);
  pdf.end();
  return bytes;
};

/** A sign that the font lacks is named by its number: a blank would say nothing. */
const drawable = (): ((text: string) => string) => {
  const font = openSync(fontOf('400Regular'));
  const isDrawn = (sign: string): boolean =>
    sign === '\n' || ('hasGlyphForCodePoint' in font && font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0));
  return (text) => Array.from(text, (sign) => (isDrawn(sign) ? sign : `[${numberOf(sign)}]`)).join('');
};

const numberOf = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** What stands below each page belongs to no sentence. */
const numberPages = (pdf: PDFKit.PDFDocument, title: string): void => {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    const { width, height, margins } = pdf.page;
    // Below the margin, where text would begin a new page.
    pdf.page.margins = { ...margins, bottom: 0 };
    pdf.markContent('Artifact', { type: 'Pagination' });
    pdf.font('text', 8).fillColor('#555555');
    const options = { width: width - margins.left - margins.right, lineBreak: false } as const;
    pdf.text(title, margins.left, height - 40, { ...options, ellipsis: true, height: 10, width: options.width - 60 });
    pdf.text(`${page - start + 1} / ${count}`, margins.left, height - 40, { ...options, align: 'right' });
    pdf.endMarkedContent();
    pdf.page.margins = margins;
  }
};
