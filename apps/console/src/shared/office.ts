import type { Language } from '../i18n/languages.js';
import type { OfficeDto } from './types.js';

/** What an office is called; its id where the installation has not said. */
export const officeName = ({ officeId, names }: OfficeDto, language: Language): string => names?.[language] ?? officeId;
