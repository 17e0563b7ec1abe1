import type { Language } from '@app/domain';
import { kazakhTitles, russianTitles } from '../audit/bundle/page/titles.js';

/** What an event is called in a language; in English, its name in words. */
export const eventTitleIn = (language: Language, type: string): string => {
  if (language === 'en') return inWords(type);
  const titles: Readonly<Record<string, string>> = language === 'ru' ? russianTitles : kazakhTitles;
  return titles[type] ?? inWords(type);
};

/** `PaymentReceived`: Payment received. */
const inWords = (type: string): string => {
  const words = type.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};
