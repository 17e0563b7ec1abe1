import { describe, expect, it } from '@jest/globals';
import { languages } from '../../language.js';
import { rulebook2021 } from '../../rulebook/rulebooks.js';
import { dutyIn } from './duty-names.js';

const { instalments } = rulebook2021;
const all = [
  ...[...rulebook2021.terms, ...rulebook2021.complaintTerms].map(({ rule, duty }) => ({ rule, instance: null, duty })),
  { rule: instalments.rule, instance: 0, duty: instalments.contribution },
  { rule: instalments.rule, instance: 3, duty: `${instalments.instalment} 3` },
];

describe('the name of a duty', () => {
  it('is there in every language, and is not the English one', () => {
    for (const duty of all) {
      const names = languages.map((language) => dutyIn(language, duty));
      expect([duty.rule, new Set(names).size]).toEqual([duty.rule, languages.length]);
    }
  });

  it('is what is to be done, and not that somebody must', () => {
    const registration = all.find(({ rule }) => rule === 'R-15')!;
    expect(dutyIn('ru', registration)).toBe('зарегистрировать заявление и документы');
    expect(dutyIn('kk', registration)).toBe('өтініш пен құжаттарды тіркеу');
    expect(all.map((duty) => dutyIn('kk', duty)).filter((name) => /[ую](ға|ге)([,\s]|$)/.test(name))).toEqual([]);
    expect(
      dutyIn(
        'kk',
        all.find(({ rule }) => rule === 'R-27')!,
      ),
    ).toBe('тұрғын үйді жекешелендіру туралы шешім қабылдау, оны тіркеу және оған қол қою');
  });

  it('tells the number of an instalment', () => {
    const [first, third] = all.slice(-2);
    expect(dutyIn('ru', first!)).toBe('внести первоначальный взнос');
    expect(dutyIn('ru', third!)).toBe('внести очередной платеж по рассрочке № 3');
  });
});
