import { useWords } from '../i18n/i18n.js';
import { ChoiceField, YesNoField } from './choice-field.js';
import { FileField } from './file-field.js';
import { useForm, type FieldGiven } from './form-state.js';
import { ListField } from './list-field.js';
import { choicesOf, typeOf, valueAt } from './schema.js';
import { TextField } from './text-field.js';
import styles from './command.module.css';

/** Any field, by its schema alone. */
export const Field = (given: FieldGiven) => {
  const { schema } = given;
  if (schema.properties) return <ObjectField {...given} />;
  if (schema.items) return <ListField {...given} entry={Field} />;
  if (choicesOf(schema).length > 0) return <ChoiceField {...given} />;
  if (typeOf(schema) === 'boolean') return <YesNoField {...given} />;
  return schema.format === 'sha256' ? <FileField {...given} /> : <TextField {...given} />;
};

/** The fields of an object, in their order. */
export const Fields = ({ schema, path, value }: Omit<FieldGiven, 'required'>) => (
  <div className={styles['fields']}>
    {Object.entries(schema.properties ?? {}).map(([name, field]) => (
      <Field
        key={name}
        schema={field}
        path={[...path, name]}
        value={valueAt(value, name)}
        required={schema.required?.includes(name) === true}
      />
    ))}
  </div>
);

/** An object; one that may be left out is there only once it was added. */
const ObjectField = ({ schema, path, value, required }: FieldGiven) => {
  const { t } = useWords();
  const { set } = useForm();
  const isThere = required || value !== undefined;
  return (
    <fieldset className={styles['group']}>
      <legend>{schema.title}</legend>
      {schema.description && <p className="quiet small">{schema.description}</p>}
      {isThere && <Fields schema={schema} path={path} value={value} />}
      {!required && (
        <button
          type="button"
          className={styles['add']}
          aria-label={`${t(isThere ? 'form.remove' : 'form.add')}: ${schema.title}`}
          onClick={() => set(path, isThere ? undefined : {})}
        >
          {t(isThere ? 'form.remove' : 'form.add')}
        </button>
      )}
    </fieldset>
  );
};
