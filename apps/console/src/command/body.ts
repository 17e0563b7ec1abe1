import { instantIn } from '../i18n/dates.js';
import { choicesOf, typeOf, valueAt, type FormSchema } from './schema.js';

/** What is sent of what is entered: figures as figures, moments with their offset; what is empty or has no place is left out. */
export const bodyOf = (schema: FormSchema, draft: unknown, zone: string): unknown => {
  if (schema.properties) return objectOf(schema, draft, zone);
  if (schema.items) return listOf(schema, draft, zone);
  return typeof draft === 'string' && choicesOf(schema).length === 0 ? typedOf(schema, draft.trim(), zone) : draft;
};

const objectOf = ({ properties = {}, required = [] }: FormSchema, draft: unknown, zone: string): object => {
  const said = Object.entries(properties).flatMap(([name, field]) => {
    const value = valueAt(draft, name);
    const isAsked = required.includes(name) && (field.properties ?? field.items) !== undefined;
    const body = value === undefined && !isAsked ? undefined : bodyOf(field, value, zone);
    return body === undefined || body === null ? [] : [[name, body] as const];
  });
  return Object.fromEntries(said);
};

const listOf = ({ prefixItems = [] }: FormSchema, draft: unknown, zone: string): readonly unknown[] => {
  const entries: readonly unknown[] = Array.isArray(draft) ? draft : [];
  // an entry that says nothing is an empty text, so that it is asked for
  return entries.map((entry, index) => bodyOf(prefixItems[index] ?? {}, entry, zone) ?? '');
};

const typedOf = (schema: FormSchema, text: string, zone: string): unknown => {
  if (text === '') return undefined;
  if (schema.format === 'money') return moneyOf(text);
  if (schema.format === 'date-time') return instantIn(text, zone);
  if (typeOf(schema) === 'integer') return /^-?\d+$/.test(text) ? Number(text) : text;
  return text;
};

/** Tenge as people write them (`1 250 000,5`, `1,250,000.50`) as the contract has them (`1250000.50`); what is none stays as it is. */
export const moneyOf = (text: string): string => {
  const bare = text.replaceAll(/[\s\u00a0\u202f₸]/g, '');
  const { whole = '', part = '' } = /^(?<whole>.*?)(?:[.,](?<part>\d{1,2}))?$/.exec(bare)?.groups ?? {};
  const isGrouped = /^\d{1,3}([,.]\d{3})+$/.test(whole);
  const digits = isGrouped ? whole.replaceAll(/[,.]/g, '') : whole;
  return /^\d+$/.test(digits) ? `${digits.replace(/^0+(?=\d)/, '')}.${part.padEnd(2, '0')}` : text;
};
