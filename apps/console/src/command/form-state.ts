import { createContext, use } from 'react';
import type { FormSchema, Path } from './schema.js';

/** A field of a form: its schema, settled for what is entered, and its place. */
export type FieldGiven = Readonly<{ schema: FormSchema; path: Path; value: unknown; required: boolean }>;

/** The form that a field stands in. */
export type FormState = Readonly<{
  draft: unknown;
  set: (path: Path, value: unknown) => void;
  /** What is wrong with the field, in words. */
  wrongAt: (path: string) => string | undefined;
  zone: string;
}>;

export const FormContext = createContext<FormState | null>(null);

/** The form around a field. Throws where there is none. */
export const useForm = (): FormState => {
  const form = use(FormContext);
  if (form === null) throw new Error('a field stands in no form');
  return form;
};
