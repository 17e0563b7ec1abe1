/** Text as HTML: what was entered by anybody never becomes markup. */
export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A row of cells, each of them HTML already. */
export const row = (cells: readonly string[], tag: 'td' | 'th' = 'td'): string =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;

/** A page that needs nothing else, and loads nothing. */
export const document = (language: string, title: string, body: readonly string[]): string =>
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
    ...body,
    '</body>',
    '</html>',
    '',
  ].join('\n');

const style = `
body { font: 11pt/1.4 "Noto Serif", "Liberation Serif", "Times New Roman", serif; max-width: 60em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.5em } h2 { font-size: 1.2em; break-after: avoid }
table { border-collapse: collapse; width: 100% }
th, td { border: 1px solid #999; padding: .3em .5em; text-align: left; vertical-align: top; overflow-wrap: anywhere }
thead { display: table-header-group } tr { break-inside: avoid }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #999; padding: .5em }
.quiet { color: #555 }
@page { size: A4; margin: 18mm }
@media print { body { max-width: none; margin: 0; padding: 0; font-size: 10pt } }
`;
