import { Validator, type Schema } from '@cfworker/json-schema';
import { fieldAt, type FormSchema } from './schema.js';

/** What is wrong with a field: it is empty, or not of its form. */
export type Fault = 'missing' | 'invalid';

/** What is wrong with a body by its settled schema, by the path of the field (`votes.0.memberId`), in the order of the form. */
export const faultsOf = (schema: FormSchema, body: unknown): ReadonlyMap<string, Fault> => {
  // the two describe the same schemas, one of them loosely
  const { errors } = new Validator(schema as Schema, '2020-12', false).validate(body);
  const faults = errors.map(({ instanceLocation, keyword, error }): readonly [string, Fault] => {
    const at = instanceLocation.split('/').slice(1).join('.');
    if (keyword !== 'required') return [at, 'invalid'];
    const [, name = ''] = /"(.+)"/.exec(error) ?? [];
    return [at === '' ? name : `${at}.${name}`, 'missing'];
  });
  // of an object or a list that holds a fault, the fault alone is told
  const own = faults.filter(([at]) => !faults.some(([other]) => at === '' || other.startsWith(`${at}.`)));
  return new Map(own.flatMap(([at, fault]) => leavesOf(schema, at, fault)));
};

/** Of an object that is missing, what is missing in it. */
const leavesOf = (schema: FormSchema, at: string, fault: Fault): readonly (readonly [string, Fault])[] => {
  const { properties, required = [] } = fieldAt(schema, at) ?? {};
  if (fault !== 'missing' || properties === undefined) return [[at, fault]];
  return required.flatMap((name) => leavesOf(schema, `${at}.${name}`, fault));
};
