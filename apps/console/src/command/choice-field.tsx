import { NativeSelect } from '@mantine/core';
import { useId } from 'react';
import { useWords } from '../i18n/i18n.js';
import { useForm, type FieldGiven } from './form-state.js';
import { choicesOf } from './schema.js';
import styles from './command.module.css';

/** So many choices lie open; of more, a list opens. */
const mostOpen = 3;

/** A choice among the words that the API gives. */
export const ChoiceField = (given: FieldGiven) => {
  const { schema, path, value, required } = given;
  const { t } = useWords();
  const { set, wrongAt } = useForm();
  const choices = choicesOf(schema);
  if (choices.length <= mostOpen && required)
    return <Radios given={given} choices={choices.map((one) => ({ value: one.const, title: one.title }))} />;
  const at = choices.findIndex((one) => one.const === value);
  return (
    <NativeSelect
      label={schema.title}
      description={schema.description}
      required={required}
      error={wrongAt(path.join('.'))}
      value={at < 0 ? '' : String(at)}
      onChange={({ currentTarget }) => set(path, choices[Number(currentTarget.value || 'none')]?.const)}
      data={[
        { value: '', label: t('form.choose') },
        ...choices.map(({ title }, index) => ({ value: String(index), label: title })),
      ]}
    />
  );
};

/** A yes or a no, that somebody has to say: neither goes without saying. */
export const YesNoField = (given: FieldGiven) => {
  const { t } = useWords();
  const choices = [
    { value: true, title: t('form.yes') },
    { value: false, title: t('form.no') },
  ];
  return <Radios given={given} choices={choices} />;
};

type Open = Readonly<{ value: string | number | boolean; title: string }>;

const Radios = ({ given, choices }: Readonly<{ given: FieldGiven; choices: readonly Open[] }>) => {
  const { schema, path, value, required } = given;
  const { set, wrongAt } = useForm();
  const id = useId();
  const wrong = wrongAt(path.join('.'));
  return (
    <fieldset className={styles['choice']} aria-describedby={wrong ? `${id}-wrong` : undefined}>
      <legend>
        {schema.title}
        {required && (
          <span className={styles['wrong']} aria-hidden="true">
            {' *'}
          </span>
        )}
      </legend>
      {schema.description && <p className="quiet small">{schema.description}</p>}
      <div className={styles['radios']}>
        {choices.map((one, index) => (
          <label key={String(one.value)}>
            <input
              type="radio"
              name={id}
              required={required}
              checked={value === one.value}
              data-invalid={(index === 0 && wrong !== undefined) || undefined}
              onChange={() => set(path, one.value)}
            />
            {one.title}
          </label>
        ))}
      </div>
      {wrong && (
        <p id={`${id}-wrong`} className={styles['wrong']}>
          {wrong}
        </p>
      )}
    </fieldset>
  );
};
