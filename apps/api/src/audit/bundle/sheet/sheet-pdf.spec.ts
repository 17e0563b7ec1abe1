import { describe, expect, it } from '@jest/globals';
import { readPdf } from '../../../../../../test/support/pdf.js';
import { sheetPdf } from './sheet-pdf.js';
import type { Entry, Sheet } from './sheet.js';

const entry = (head: string, lines: Entry['lines'] = []): Entry => ({
  head,
  facts: [{ name: 'Қашан', text: '2025 жылғы 3 наурыз, 10:00' }],
  lines,
});

const sheetOf = (...entries: readonly Entry[]): Sheet => ({
  language: 'kk',
  title: 'Дәлелдемелер жинағы: Іс 17',
  madeAt: '2025-03-03T05:00:00.000Z',
  blocks: [
    { kind: 'HEADING', level: 1, text: 'Дәлелдемелер жинағы' },
    { kind: 'PARAGRAPH', text: 'Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі ₸' },
    { kind: 'CODE', text: 'node verify.mjs' },
    ...entries.map((one) => ({ kind: 'ENTRY', entry: one }) as const),
  ],
});

describe('the PDF of a sheet', () => {
  it('says in text that can be read out what the sheet says, in all letters of Kazakh', async () => {
    const { texts, tags, marked, info } = await readPdf(
      await sheetPdf(sheetOf(entry('0. Өтініш берілді', ['Бірінші сөйлем.']))),
    );
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain('Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі ₸');
    expect(texts[0]).toContain('0. Өтініш берілді');
    expect(texts[0]).toContain('Қашан: 2025 жылғы 3 наурыз, 10:00');
    expect(texts[0]).toContain('1 / 1');
    expect(marked).toMatchObject({ Marked: true });
    expect(tags).toMatch(/"role":"Document".*"role":"H1".*"role":"Sect"/);
    expect(info).toMatchObject({
      Title: 'Дәлелдемелер жинағы: Іс 17',
      Language: 'kk',
      CreationDate: 'D:20250303050000Z',
    });
  });

  it('is the same bytes each time', async () => {
    const [one, other] = [await sheetPdf(sheetOf(entry('x'))), await sheetPdf(sheetOf(entry('x')))];
    expect(one.equals(other)).toBe(true);
  });

  it('goes on over pages, whatever is long, and loses nothing', async () => {
    const words = Array.from({ length: 3000 }, (_, at) => `сөз${at}`);
    const { texts } = await readPdf(
      await sheetPdf(
        sheetOf(entry('long', [{ name: '/facts', text: words.join(' ') }]), entry(words.slice(0, 50).join(''))),
      ),
    );
    expect(texts.length).toBeGreaterThan(3);
    const all = texts.join(' ');
    expect(words.filter((word) => !all.includes(word))).toEqual([]);
    expect(texts.map((text, at) => text.includes(`${at + 1} / ${texts.length}`))).not.toContain(false);
  });

  it('names a sign that its font lacks', async () => {
    const { texts } = await readPdf(await sheetPdf(sheetOf(entry('中 ي'))));
    expect(texts[0]).toContain('[U+4E2D] [U+064A]');
  });
});
