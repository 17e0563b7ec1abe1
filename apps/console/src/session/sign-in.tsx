import { Button, Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useWords } from '../i18n/i18n.js';
import type { Api } from '../shared/api.js';
import { Appearance } from '../shared/appearance.js';
import { Dialog } from '../shared/dialog.js';
import icon from '../shared/icon.svg';
import { ProblemView } from '../shared/problem-view.js';
import { useTitle } from '../shared/title.js';
import type { ConsoleConfigDto } from '../shared/types.js';
import { beginSignIn } from './oidc.js';
import { DevelopmentForm } from './sign-in-form.js';
import styles from './sign-in.module.css';

type Given = Readonly<{ api: Api }>;

/** The whole page, where nobody is signed in; the address stays, and is shown after it. */
export const SignInPage = ({ api }: Given) => {
  const { t } = useWords();
  useTitle(t('signIn.title'));
  return (
    <main className={styles['page']}>
      <div className={styles['appearance']}>
        <Appearance />
      </div>
      <section className={`card ${styles['card']}`} aria-labelledby="sign-in">
        <div className={styles['brand']}>
          <img src={icon} alt="" width="36" height="36" />
          <strong>Shanyraq</strong>
        </div>
        <h1 id="sign-in" className="page-title">
          {t('signIn.title')}
        </h1>
        <Ways api={api} />
      </section>
    </main>
  );
};

/** Over the page, where the session has ended: whoever signs in again finds the page as it was. */
export const SignInAgain = ({ api, leave, name }: Given & Readonly<{ leave: () => void; name: string }>) => {
  const { t } = useWords();
  const queries = useQueryClient();
  // what was refused meanwhile is asked again
  useEffect(() => () => void queries.invalidateQueries(), [queries]);
  return (
    <Dialog name={t('signIn.ended')}>
      <p>{t('signIn.endedAbout')}</p>
      <Ways api={api} />
      <Button mt="md" variant="subtle" fullWidth onClick={leave}>
        {t('signIn.other', { name })}
      </Button>
    </Dialog>
  );
};

const Ways = ({ api }: Given) => {
  const { t } = useWords();
  const config = useQuery({
    queryKey: ['console config'],
    queryFn: ({ signal }) => api.get<ConsoleConfigDto>('/api/v1/console/config', {}, signal),
    staleTime: Infinity,
  });
  if (config.isError) return <ProblemView error={config.error} again={() => void config.refetch()} />;
  if (!config.data) return <Skeleton height={220} aria-label={t('case.loading')} />;
  if (config.data.developmentSignIn) return <DevelopmentForm api={api} />;
  return <IssuerWay config={config.data} />;
};

const IssuerWay = ({ config }: Readonly<{ config: ConsoleConfigDto }>) => {
  const { t } = useWords();
  return (
    <div style={{ display: 'grid', gap: '1rem' }}>
      <p className="quiet">{t('signIn.oidcAbout')}</p>
      <Button size="md" onClick={() => void beginSignIn(config)}>
        {t('signIn.oidc')}
      </Button>
    </div>
  );
};
