import { languages, type Language } from '@app/domain';
import type { ApiReply, ApiRequest } from './request.js';

type Asked = Readonly<{ query: unknown; headers: ApiRequest['headers'] }>;

/**
 * The language of an answer: `lang` of the address, else the best of `Accept-Language` (RFC 9110, 12.5.4), else English.
 * What cannot be read is passed over: no request fails because of it.
 */
export const languageOf = ({ query, headers }: Asked): Language => {
  const lang = query !== null && typeof query === 'object' && 'lang' in query ? query.lang : null;
  return languages.find((language) => language === lang) ?? bestOf(headers['accept-language'] ?? '');
};

/** Says in which language an answer is, and that the header had a part in that. */
export const tellLanguage = (reply: ApiReply, language: Language): void => {
  reply.header('content-language', language);
  reply.header('vary', 'Accept-Language');
};

/** Of equal weights, the language that is named first. */
const bestOf = (header: string): Language => {
  const ranges = header.split(',').flatMap((text, place) => rangeIn(text, place));
  const [best] = languages
    .flatMap((language) => {
      const range = rangeFor(language, ranges);
      return range && range.weight > 0 ? [{ language, range }] : [];
    })
    .sort(({ range: a }, { range: b }) => b.weight - a.weight || a.place - b.place);
  return best?.language ?? 'en';
};

type Range = Readonly<{ language: string; weight: number; place: number }>;

/** `ru-KZ;q=0.8`: its language and weight; nothing where it is none. */
const rangeIn = (text: string, place: number): readonly Range[] => {
  const [, tag, weight = '1'] = languageRange.exec(text) ?? [];
  return tag === undefined ? [] : [{ language: tag.toLowerCase(), weight: Number(weight), place }];
};

const languageRange = /^\s*([a-z]{1,8}|\*)(?:-[a-z\d]{1,8})*\s*(?:;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?$/i;

/** The range that says most of a language: one of its own, the weightiest, before `*`. */
const rangeFor = (language: Language, ranges: readonly Range[]): Range | undefined => {
  const own = ranges.filter((range) => range.language === language);
  const any = ranges.filter((range) => range.language === '*');
  return (own.length > 0 ? own : any).toSorted((a, b) => b.weight - a.weight)[0];
};
