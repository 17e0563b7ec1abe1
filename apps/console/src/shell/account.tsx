import { ActionIcon } from '@mantine/core';
import { useWords } from '../i18n/i18n.js';
import { LeaveIcon } from '../shared/icons.js';
import { officeName } from '../shared/office.js';
import { useSigned } from '../shared/session.js';
import styles from './shell.module.css';

/** Who is signed in, as what and for which office, and the way out. */
export const Account = () => {
  const { t, language, wordOf } = useWords();
  const { session, signOut } = useSigned();
  const { name, role, office } = session;
  const place = office === null ? t('account.everyOffice') : officeName(office, language);
  return (
    <div className={styles['account']} role="group" aria-label={t('account.menu')}>
      <span className={styles['avatar']} aria-hidden="true" title={name}>
        {name.slice(0, 2).toUpperCase()}
      </span>
      <span className={styles['who']}>
        <strong title={name}>{wordOf('role', role)}</strong>
        <span className="quiet small" title={`${name} · ${place}`}>
          {place}
        </span>
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        c="var(--ink)"
        size="lg"
        aria-label={t('account.signOut')}
        title={t('account.signOut')}
        onClick={signOut}
      >
        <LeaveIcon />
      </ActionIcon>
    </div>
  );
};
