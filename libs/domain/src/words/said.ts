import type { Language } from '../language.js';

/** A few words in every language that people are spoken to in. */
export type Said = Readonly<Record<Language, string>>;

export const said = (en: string, ru: string, kk: string): Said => ({ en, ru, kk });

/** The same with a capital letter, as a title begins. */
export const titled = ({ en, ru, kk }: Said): Said => said(capital(en), capital(ru), capital(kk));

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
