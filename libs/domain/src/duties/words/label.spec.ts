import { describe, expect, it } from '@jest/globals';
import { languages } from '../../language.js';
import { rulebook2021 } from '../../rulebook/rulebooks.js';
import { dutyIn } from './label.js';

const { instalments } = rulebook2021;
const all = [
  ...[...rulebook2021.terms, ...rulebook2021.complaintTerms].map(({ rule, duty }) => ({ rule, instance: null, duty })),
  { rule: instalments.rule, instance: 0, duty: instalments.contribution },
  { rule: instalments.rule, instance: 3, duty: `${instalments.instalment} 3` },
];

describe('the name of a duty', () => {
  it('is there in every language, and is not the English one', () => {
    for (const duty of all) {
      const names = languages.map((language) => dutyIn(duty, language));
      expect([duty.rule, new Set(names).size]).toEqual([duty.rule, languages.length]);
    }
  });

  it('is what is to be done, and not that somebody must', () => {
    const registration = all.find(({ rule }) => rule === 'R-15')!;
    expect(dutyIn(registration, 'ru')).toBe('зарегистрировать заявление и документы');
    expect(dutyIn(registration, 'kk')).toBe('өтініш пен құжаттарды тіркеу');
    expect(all.map((duty) => dutyIn(duty, 'kk')).filter((name) => /[ую](ға|ге)([,\s]|$)/.test(name))).toEqual([]);
    expect(
      dutyIn(
        all.find(({ rule }) => rule === 'R-27')!,
        'kk',
      ),
    ).toBe('тұрғын үйді жекешелендіру туралы шешім қабылдау, оны тіркеу және оған қол қою');
  });

  it('tells the initial contribution from the instalments', () => {
    const [first, third] = all.slice(-2);
    expect(dutyIn(first!, 'ru')).toBe('внести первоначальный взнос');
    expect(dutyIn(third!, 'ru')).toBe('внести очередной платеж по рассрочке');
  });
});
