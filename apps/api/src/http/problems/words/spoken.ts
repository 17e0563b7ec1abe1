import type { Language } from '@app/domain';
import { isProblemCode, type Problem } from '@app/platform';
import { fieldSentences } from './of-fields.js';
import { problemSentences } from './of-problems.js';
import { storeSentences } from './of-stores.js';
import { turning } from './sentence.js';
import { problemTitleIn } from './titles.js';

const each = [['each {}', 'каждый элемент: {}', 'әр элемент: {}']] as const;
const turned = turning([...fieldSentences, ...each, ...problemSentences, ...storeSentences]);

/** A problem that the code says in English, in another language: its title, its sentence, and what is wrong with each field. */
export const problemIn = (language: Language, problem: Problem): Problem => {
  const { code, title, detail, errors } = problem;
  return {
    ...problem,
    title: isProblemCode(code) ? problemTitleIn(language, code) : title,
    detail: turned(language, detail),
    ...(errors && { errors: errors.map(({ path, message }) => ({ path, message: turned(language, message) })) }),
  };
};
