import type { ComponentType } from 'react';
import { useWords } from '../i18n/i18n.js';
import { useForm, type FieldGiven } from './form-state.js';
import styles from './command.module.css';

type Given = FieldGiven & Readonly<{ entry: ComponentType<FieldGiven> }>;

/** A list: entries are added and taken away. */
export const ListField = (given: Given) => {
  const { schema, value } = given;
  const { t } = useWords();
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  return (
    <fieldset className={styles['group']}>
      <legend>
        {schema.title} <span className="quiet">{entries.length > 0 && `· ${entries.length}`}</span>
      </legend>
      {schema.description && <p className="quiet small">{schema.description}</p>}
      {entries.length === 0 ? <p className="quiet small">{t('form.noneYet')}</p> : <Entries {...given} of={entries} />}
      <Add {...given} entries={entries} />
    </fieldset>
  );
};

const Add = ({ schema, path, entries }: FieldGiven & Readonly<{ entries: readonly unknown[] }>) => {
  const { t } = useWords();
  const { set, wrongAt } = useForm();
  const wrong = wrongAt(path.join('.'));
  return (
    <>
      {wrong && <p className={styles['wrong']}>{wrong}</p>}
      {entries.length < (schema.maxItems ?? Infinity) && (
        <button
          type="button"
          className={styles['add']}
          data-invalid={wrong !== undefined || undefined}
          aria-label={`${t('form.add')}: ${schema.title}`}
          onClick={() => set(path, [...entries, schema.items?.properties ? {} : ''])}
        >
          {t('form.add')}
        </button>
      )}
    </>
  );
};

const Entries = ({ schema, path, entry: Entry, of }: Given & Readonly<{ of: readonly unknown[] }>) => {
  const { t } = useWords();
  const { set } = useForm();
  const numbered = (index: number): string => `${schema.title} ${index + 1}`;
  return (
    <ol className={styles['entries']}>
      {of.map((one, index) => (
        // the place is all that tells entries apart, and all that they hold stands in the draft
        <li key={numbered(index)}>
          <Entry
            schema={{ ...schema.prefixItems?.[index], title: numbered(index) }}
            path={[...path, index]}
            value={one}
            required
          />
          <button
            type="button"
            className={styles['add']}
            onClick={() => set(path, of.toSpliced(index, 1))}
            aria-label={t('form.removeEntry', { entry: numbered(index) })}
          >
            {t('form.remove')}
          </button>
        </li>
      ))}
    </ol>
  );
};
