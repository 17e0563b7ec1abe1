import { said, type Said } from '@app/domain';

/** What a field of a form is called, and where that is not enough what is to be put there. */
export type FieldTitle = Readonly<{ title: Said; hint: Said | null }>;

/** By the name of the field, or where it is called otherwise in one shape by `Shape.field`. */
export type FieldTitles = Readonly<Record<string, FieldTitle>>;

type InWords = readonly [en: string, ru: string, kk: string];

export const titled = (title: InWords, hint: InWords | null = null): FieldTitle => ({
  title: said(...title),
  hint: hint && said(...hint),
});
