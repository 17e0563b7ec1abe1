import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What somebody reads who opens a PDF: its text a page, the tags of its first page as JSON, and what it says of itself. */
export const readPdf = async (bytes: Uint8Array) => {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = await Promise.all(Array.from({ length: document.numPages }, (_, at) => document.getPage(at + 1)));
  const texts = await Promise.all(
    pages.map(async (page) => {
      const { items } = await page.getTextContent();
      return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join('');
    }),
  );
  const tags = JSON.stringify(await pages[0]?.getStructTree());
  const { info } = await document.getMetadata();
  return { texts, tags, marked: await document.getMarkInfo(), info };
};
