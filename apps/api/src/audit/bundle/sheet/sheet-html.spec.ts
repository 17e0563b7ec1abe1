import { describe, expect, it } from '@jest/globals';
import { sheetHtml } from './sheet-html.js';

describe('text in a page', () => {
  it('never becomes markup', () => {
    const text = `<img src=x onerror="alert('1')">&`;
    const entry = { head: text, facts: [{ name: text, text }], lines: [text, { name: text, text }] };
    const page = sheetHtml({
      language: 'en',
      title: '</title><script>',
      madeAt: '2025-03-03T05:00:00.000Z',
      blocks: [
        { kind: 'HEADING', level: 1, text },
        { kind: 'PARAGRAPH', text },
        { kind: 'CODE', text },
        { kind: 'ENTRY', entry },
      ],
    });
    expect(page).not.toMatch(/<(img|script)|onerror="|&(?!#\d+;)/);
    expect(page.match(/&#60;img src=x/g)).toHaveLength(9);
  });
});
