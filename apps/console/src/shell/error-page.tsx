import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Component, type ReactNode } from 'react';
import { useWords } from '../i18n/i18n.js';
import { useTitle } from '../shared/title.js';

/** Where an address leads nowhere. */
export const NotFound = () => {
  const { t } = useWords();
  useTitle(t('problem.notFound'));
  return (
    <section className="card">
      <div className="card-body">
        <h1 className="page-title">{t('problem.notFound')}</h1>
        <p className="quiet">{t('problem.notFoundAbout')}</p>
        <p>
          <Link to="/">{t('problem.home')}</Link>
        </p>
      </div>
    </section>
  );
};

/** Where a screen has failed; the frame around it stays. */
export const RouteFailed = () => {
  const { t } = useWords();
  useTitle(t('problem.broken'));
  return (
    <section className="card" role="alert">
      <div className="card-body">
        <h1 className="page-title">{t('problem.broken')}</h1>
        <p className="quiet">{t('problem.brokenAbout')}</p>
        <Button mt="md" onClick={() => location.reload()}>
          {t('problem.reload')}
        </Button>
      </div>
    </section>
  );
};

/** Where even the frame has failed. */
export class ErrorBoundary extends Component<Readonly<{ children: ReactNode }>, Readonly<{ failed: boolean }>> {
  override state = { failed: false };

  static getDerivedStateFromError(): Readonly<{ failed: boolean }> {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <RouteFailed /> : this.props.children;
  }
}
