import { useWords } from '../i18n/i18n.js';
import { Dialog } from '../shared/dialog.js';
import styles from './keys-help.module.css';

/** What the keys do. */
export const KeysHelp = ({ close }: Readonly<{ close: () => void }>) => {
  const { t } = useWords();
  const keys = [
    [t('palette.keys'), t('keys.palette')],
    ['?', t('keys.help')],
    [t('keys.goThenList'), t('keys.worklist')],
    [t('keys.arrows'), t('keys.rows')],
    [t('keys.enter'), t('keys.open')],
    [t('keys.escape'), t('keys.leave')],
  ] as const;
  return (
    <Dialog name={t('keys.title')} close={close}>
      <dl className={styles['keys']}>
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
};
