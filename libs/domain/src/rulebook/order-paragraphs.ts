import { paragraphs437 } from './paragraphs-437.js';
import { ruleParagraphs } from './rule-paragraphs.js';

/** A part of a paragraph with its words, e.g. `6(1)`. */
export type Passage = Readonly<{ paragraph: string; text: readonly string[] }>;

/** The parts of the Order that rules stand in: its own points, the paragraphs of the Rules, the Appendices. */
export const orderParagraphs: readonly string[] = [
  'Order',
  ...Array.from({ length: 15 }, (_, index) => String(index + 1)),
  'App 1',
  'App 2',
  'App 3',
];

/** The words of a paragraph (`6`) with all its parts, or of one part (`6(1)`), in their order; none where they are not transcribed. */
export const passagesOf = (paragraph: string): readonly Passage[] =>
  Object.entries(paragraphs437)
    .filter(([part]) => part === paragraph || numberOf(part) === paragraph)
    .map(([part, text]) => ({ paragraph: part, text }))
    .toSorted((one, other) => partOrder.indexOf(one.paragraph) - partOrder.indexOf(other.paragraph));

/** The rules of docs/law/rules.md that stand in a paragraph of `orderParagraphs`, those that stand in others too among them. */
export const rulesOf = (paragraph: string): readonly string[] =>
  Object.entries(ruleParagraphs)
    .filter(([rule, place]) => rule.startsWith('R-') && placesIn(place).includes(paragraph))
    .map(([rule]) => rule);

/** The number of a part: `6` of `6(1)` and of `6 end`. */
const numberOf = (part: string): string => /^\d+/.exec(part)?.[0] ?? part;

/** Appendices come after all paragraphs. */
const rankOf = (part: string): number => Number(numberOf(part)) || Number.MAX_SAFE_INTEGER;

// An object lists keys that are whole numbers first: the parts are put behind their own paragraph.
const partOrder = Object.keys(paragraphs437).toSorted(
  (one, other) => rankOf(one) - rankOf(other) || Number(one !== numberOf(one)) - Number(other !== numberOf(other)),
);

/** `5; App 1-2` is paragraph 5 and both forms; `item 8` is one of the Standard, which is Appendix 3. The APPC is another law. */
const placesIn = (place: string): readonly string[] =>
  place.split(';').flatMap((part) => {
    const one = part.trim();
    if (/^\d/.test(one)) return [numberOf(one)];
    if (one.startsWith('Order')) return ['Order'];
    if (one.startsWith('item') || one.startsWith('App 3')) return ['App 3'];
    return one.startsWith('App ') ? ['App 1', 'App 2'].filter((form) => one.includes(form.slice(-1))) : [];
  });
