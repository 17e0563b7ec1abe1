import type { Language } from '@app/domain';

/** A sentence in English, as the code says it, in Russian and in Kazakh; `{}` stands for a value. */
export type Sentence = readonly [english: string, russian: string, kazakh: string];

/** What turns English sentences into those of another language; one that it does not know stays as it is. */
export type Turns = (language: Language, english: string) => string;

/** Of sentences with values the first that fits; values are sentences themselves, or stay as they are. */
export const turning = (sentences: readonly Sentence[]): Turns => {
  const whole = new Map(sentences.map((sentence) => [sentence[0], sentence]));
  const patterns = sentences
    .filter(([english]) => english.includes('{}'))
    .map((sentence) => ({ sentence, pattern: patternOf(sentence[0]) }));
  const turns: Turns = (language, english) => {
    if (language === 'en') return english;
    const said = whole.get(english);
    if (said) return inLanguage(said, language);
    for (const { sentence, pattern } of patterns) {
      const values = pattern.exec(english)?.slice(1);
      if (values)
        return filled(
          inLanguage(sentence, language),
          values.map((value) => turns(language, value)),
        );
    }
    return english;
  };
  return turns;
};

const inLanguage = ([, russian, kazakh]: Sentence, language: 'ru' | 'kk'): string =>
  language === 'ru' ? russian : kazakh;

const patternOf = (english: string): RegExp =>
  new RegExp(
    `^${english
      .split('{}')
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('(.+?)')}$`,
    's',
  );

const filled = (sentence: string, values: readonly string[]): string =>
  values.reduce((text, value) => text.replace('{}', () => value), sentence);
