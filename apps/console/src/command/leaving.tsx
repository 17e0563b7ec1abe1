import { Button } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useWords } from '../i18n/i18n.js';
import { Dialog } from '../shared/dialog.js';
import styles from './command.module.css';

/** Asks before a form with something in it is left: what it holds is kept nowhere else. */
export const Leaving = ({ holds }: Readonly<{ holds: () => boolean }>) => {
  const { t } = useWords();
  const blocker = useBlocker({ shouldBlockFn: holds, enableBeforeUnload: holds, withResolver: true });
  if (blocker.status !== 'blocked') return null;
  return (
    <Dialog name={t('form.leave')} close={blocker.reset}>
      <p>{t('form.leaveAbout')}</p>
      <div className={styles['buttons']}>
        <Button data-autofocus onClick={blocker.reset}>
          {t('form.stay')}
        </Button>
        <Button variant="default" onClick={blocker.proceed}>
          {t('form.leaveYes')}
        </Button>
      </div>
    </Dialog>
  );
};
