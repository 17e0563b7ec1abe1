import { useState } from 'react';
import { useWords } from '../i18n/i18n.js';
import type { Problem } from '../shared/problem.js';
import { useSigned } from '../shared/session.js';
import { bodyOf } from './body.js';
import { faultsOf, type Fault } from './check.js';
import { choicesOf, fieldAt, settled, withValue, type FormSchema, type Path } from './schema.js';

/** What is entered into a form: the draft lives in the memory of the page alone, as it may name persons. */
export const useEntering = (schema: FormSchema) => {
  const { session } = useSigned();
  const [draft, setDraft] = useState<unknown>(() => firstDraft(schema, session.office?.officeId ?? null));
  const [touched, setTouched] = useState(false);
  const form = settled(schema, draft);
  const body = bodyOf(form, draft, session.zone);
  return {
    draft,
    touched,
    form,
    body,
    faults: faultsOf(form, body),
    set: (path: Path, value: unknown): void => {
      setTouched(true);
      setDraft((before: unknown) => withValue(before, path, value));
    },
  };
};

/** What goes without saying: the only choice of a field that is needed, and the office of whoever fills it in. */
const firstDraft = (schema: FormSchema, office: string | null): unknown =>
  Object.fromEntries(
    Object.entries(settled(schema, {}).properties ?? {}).flatMap(([name, field]) => {
      const choices = choicesOf(field).map((one) => one.const);
      const [only] = choices.length === 1 && schema.required?.includes(name) ? choices : [];
      const said = field.format === 'office' && office !== null && choices.includes(office) ? office : only;
      return said === undefined ? [] : [[name, said]];
    }),
  );

/** What is wrong with each field, in words: what the API said about this body, else what is missing where that is to be told. */
export const useWrong = (
  { form, faults }: Readonly<{ form: FormSchema; faults: ReadonlyMap<string, Fault> }>,
  told: Readonly<{ faults: boolean; problem: Problem | null }>,
): ReadonlyMap<string, string> => {
  const { t } = useWords();
  const wordsOf = (path: string, fault: Fault): string => {
    const { format, description } = fieldAt(form, path) ?? {};
    if (fault === 'missing') return t('form.missing');
    return format === 'iin' && description ? description : t('form.invalid');
  };
  const mine = told.faults ? [...faults].map(([path, fault]) => [path, wordsOf(path, fault)] as const) : [];
  const theirs = (told.problem?.body.errors ?? []).map(({ path, message }) => [path, message] as const);
  return new Map([...mine, ...theirs]);
};

/** What is told of fields that the form does not show. */
export const elsewhere = (form: FormSchema, wrong: ReadonlyMap<string, string>): readonly string[] =>
  [...wrong]
    .filter(([path]) => path === '' || fieldAt(form, path) === undefined)
    .map(([path, said]) => `${path}: ${said}`);
