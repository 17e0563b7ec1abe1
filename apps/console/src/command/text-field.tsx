import { Textarea, TextInput } from '@mantine/core';
import type { HTMLInputTypeAttribute } from 'react';
import { tenge } from '../i18n/dates.js';
import { useWords } from '../i18n/i18n.js';
import { moneyOf } from './body.js';
import { useForm, type FieldGiven } from './form-state.js';
import { typeOf, type FormSchema } from './schema.js';
import styles from './command.module.css';

/** A text longer than this has more than one line. */
const oneLine = 500;

/** A text longer than this takes the whole width. */
const half = 200;

const types: Readonly<Record<string, HTMLInputTypeAttribute>> = { date: 'date', 'date-time': 'datetime-local' };

/** What is typed: text, figures, an amount, a day, a moment. */
export const TextField = ({ schema, path, value, required }: FieldGiven) => {
  const { set, wrongAt } = useForm();
  const length = lengthOf(schema);
  const common = {
    label: schema.title,
    description: useHint(schema, value),
    required,
    error: wrongAt(path.join('.')),
    value: typeof value === 'string' ? value : '',
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => set(path, currentTarget.value),
    autoComplete: 'off',
    maxLength: length,
  };
  const wide = styles['wide'] ?? '';
  if (length > oneLine) return <Textarea {...common} rows={3} className={wide} />;
  const type = types[schema.format ?? ''] ?? 'text';
  return <TextInput {...common} type={type} inputMode={keysOf(schema)} className={length > half ? wide : ''} />;
};

const lengthOf = ({ format, maxLength = 100 }: FormSchema): number => (format === 'iin' ? 12 : maxLength);

const keysOf = (schema: FormSchema): 'numeric' | 'decimal' | undefined => {
  if (schema.format === 'money') return 'decimal';
  return schema.format === 'iin' || typeOf(schema) === 'integer' ? 'numeric' : undefined;
};

/** What is to be put there; of an amount how it was read; of a moment which clock it is. */
const useHint = ({ format, description = '' }: FormSchema, value: unknown): string => {
  const { t, language } = useWords();
  const { zone } = useForm();
  const amount = format === 'money' && typeof value === 'string' ? moneyOf(value) : '';
  if (/^\d+\.\d\d$/.test(amount)) return tenge(amount, language);
  const clock = format === 'date-time' ? t('form.clock', { zone: zone.split('/').at(-1) }) : '';
  return [description, clock].filter(Boolean).join('. ');
};
