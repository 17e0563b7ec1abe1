import { useId, useState } from 'react';
import { useWords } from '../i18n/i18n.js';
import { PaperIcon } from '../shared/icons.js';
import { useForm, type FieldGiven } from './form-state.js';
import { TextField } from './text-field.js';
import styles from './command.module.css';

/** A file of which the SHA-256 is sent. Browsers work hashes out only where the page came by a safe way: else it is typed. */
export const FileField = (given: FieldGiven) =>
  globalThis.isSecureContext ? <FileInput {...given} /> : <TextField {...given} />;

/** The hash is worked out here, and the file itself goes nowhere. */
const FileInput = ({ schema, path, value, required }: FieldGiven) => {
  const { t } = useWords();
  const { set, wrongAt } = useForm();
  const [name, setName] = useState<string | null>('');
  const id = useId();
  const wrong = name === null ? t('form.fileUnreadable') : wrongAt(path.join('.'));
  const take = async (file: File): Promise<void> => {
    try {
      set(path, await sha256Of(file));
      setName(file.name);
    } catch {
      setName(null);
    }
  };
  const isThere = typeof value === 'string' && value !== '';
  return (
    <div className={styles['file']}>
      <label htmlFor={id}>
        {schema.title}
        {required && (
          <span className={styles['wrong']} aria-hidden="true">
            {' *'}
          </span>
        )}
      </label>
      <input
        id={id}
        type="file"
        required={required && !isThere}
        aria-invalid={wrong !== undefined}
        aria-describedby={`${id}-about`}
        onChange={({ currentTarget: { files } }) => files?.[0] && void take(files[0])}
      />
      <p id={`${id}-about`} className="quiet small">
        {isThere ? <Taken name={name ?? ''} hash={value} /> : t('form.fileAbout')}
      </p>
      {wrong && <p className={styles['wrong']}>{wrong}</p>}
    </div>
  );
};

const Taken = ({ name, hash }: Readonly<{ name: string; hash: string }>) => (
  <>
    <PaperIcon width="16" height="16" /> {name} <code>{`${hash.slice(0, 8)}…${hash.slice(-4)}`}</code>
  </>
);

const sha256Of = async (file: File): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};
