import { describe, expect, it } from '@jest/globals';
import { noticeIn, noticeOf } from './notices.js';

describe('a notice', () => {
  it('is recorded in English, with its numbers', () =>
    expect(noticeOf('edsLate', { days: 4, allowed: 3 })).toBe(
      'The EDS is 4 days later than the act that it signs; this installation asks about more than 3.',
    ));

  it('is said in the language of whoever reads it', () => {
    const recorded = noticeOf('edsLate', { days: 4, allowed: 3 });
    expect(noticeIn('en', recorded)).toBe(recorded);
    expect(noticeIn('ru', recorded)).toBe(
      'ЭЦП поставлена позже действия, которое она подписывает; дней: 4. Порог, установленный в этой системе: 3.',
    );
    expect(noticeIn('kk', recorded)).toBe(
      'ЭЦҚ ол қол қоятын әрекеттен кеш қойылған; күн саны: 4. Осы жүйеде белгіленген шек: 3.',
    );
  });

  it('keeps its day in each language', () => {
    const recorded = noticeOf('complaintTermPassed', { until: '2025-07-03' });
    expect(noticeIn('ru', recorded)).toContain('истек: 2025-07-03.');
    expect(noticeIn('kk', recorded)).toContain('өтті: 2025-07-03.');
  });

  it.each([
    'minor',
    'chairIsSecretary',
    'onPaper',
    'demonstration',
    'decisionNotRecorded',
    'contestedBeforeFiling',
    'earlierDecree',
  ] as const)('about %s has words in each language', (name) => {
    const recorded = noticeOf(name);
    expect(noticeIn('en', recorded)).toBe(recorded);
    expect(noticeIn('ru', recorded)).toMatch(/[а-я]{4}/);
    expect(noticeIn('kk', recorded)).toMatch(/[әіңғүұқөһ]/);
  });

  it('stands beside the words of an act, which stay', () =>
    expect(noticeIn('ru', `${noticeOf('fewerYears', { asked: 15, granted: 10 })} By Decree No. 5.`)).toBe(
      'В заявлении указан срок, лет: 15. При этой остаточной стоимости жилища предоставляется, лет: 10 (R-98). By Decree No. 5.',
    ));

  it('in the words of an act, or of an older version, stays as it was recorded', () =>
    expect(noticeIn('ru', 'By Decree No. 5.')).toBe('By Decree No. 5.'));
});
