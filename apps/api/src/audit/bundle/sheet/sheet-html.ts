import { type Block, type Entry, type Line, namedText, type Sheet } from './sheet.js';

/** A sheet as a page that needs nothing else, and loads nothing. */
export const sheetHtml = ({ language, title, blocks }: Sheet): string =>
  [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escaped(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    ...blocks.map(blockHtml),
    '</body>',
    '</html>',
    '',
  ].join('\n');

/** Text as HTML: what was entered by anybody never becomes markup. */
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const blockHtml = (block: Block): string => {
  switch (block.kind) {
    case 'HEADING':
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
    case 'PARAGRAPH':
      return `<p>${escaped(block.text)}</p>`;
    case 'CODE':
      return `<pre>${escaped(block.text)}</pre>`;
    case 'ENTRY':
      return entryHtml(block.entry);
  }
};

const entryHtml = ({ head, facts, lines }: Entry): string =>
  [
    '<section>',
    `<p class="head">${escaped(head)}</p>`,
    ...(facts.length === 0
      ? []
      : [`<p class="quiet">${facts.map((fact) => escaped(namedText(fact))).join(' · ')}</p>`]),
    ...lines.map((line) => `<p>${lineHtml(line)}</p>`),
    '</section>',
  ].join('\n');

const lineHtml = (line: Line): string =>
  typeof line === 'string' ? escaped(line) : `<span class="quiet">${escaped(line.name)}</span>: ${escaped(line.text)}`;

const style = `
body { font: 11pt/1.4 "Noto Serif", "Liberation Serif", "Times New Roman", serif; max-width: 50em; margin: 2em auto; padding: 0 1em; overflow-wrap: anywhere }
h1 { font-size: 1.5em } h2 { font-size: 1.25em } h3 { font-size: 1.1em } h1, h2, h3 { break-after: avoid }
section { border-top: 1px solid #999; padding: .5em 0 }
section p { margin: .15em 0 } section .head { font-weight: bold; break-after: avoid }
pre { white-space: pre-wrap; border: 1px solid #999; padding: .5em }
.quiet { color: #555 }
@page { size: A4; margin: 18mm }
@media print { body { max-width: none; margin: 0; padding: 0; font-size: 10pt } }
`;
