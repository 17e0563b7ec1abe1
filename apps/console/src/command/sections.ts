import type { FormSchema } from './schema.js';

/** A part of a form: one object or list, or the plain fields that stand together. */
export type Section = Readonly<{ title: string; names: readonly string[] }>;

/** The parts of a form, in its order; each bears the title of its first field. */
export const sectionsOf = ({ properties = {} }: FormSchema): readonly Section[] => {
  const sections: { title: string; names: string[]; plain: boolean }[] = [];
  for (const [name, field] of Object.entries(properties)) {
    const plain = field.properties === undefined && field.items === undefined;
    const last = sections.at(-1);
    if (plain && last?.plain) last.names.push(name);
    else sections.push({ title: field.title ?? name, names: [name], plain });
  }
  return sections;
};

/** The form with the fields of a section alone. */
export const partOf = (form: FormSchema, { names }: Section): FormSchema => ({
  ...form,
  properties: Object.fromEntries(Object.entries(form.properties ?? {}).filter(([name]) => names.includes(name))),
});

export type SectionStanding = 'done' | 'open' | 'wrong';

type Entered = Readonly<{
  faults: ReadonlyMap<string, unknown>;
  wrong: ReadonlyMap<string, unknown>;
}>;

/** How far each section is: done where nothing is missing in it. */
export const standingIn =
  ({ faults, wrong }: Entered) =>
  ({ names }: Section): SectionStanding => {
    const isWithin = (path: string): boolean => names.some((name) => path === name || path.startsWith(`${name}.`));
    if ([...wrong.keys()].some(isWithin)) return 'wrong';
    return [...faults.keys()].some(isWithin) ? 'open' : 'done';
  };
