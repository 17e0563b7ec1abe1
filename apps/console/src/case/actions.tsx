import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '../i18n/i18n.js';
import { Answered } from '../shared/answered.js';
import { useAsk } from '../shared/ask.js';
import { Due, Paragraph } from '../shared/due.js';
import { useCatalogue } from '../shared/catalogue.js';
import { useSigned } from '../shared/session.js';
import type { CaseActionsDto, CaseDto } from '../shared/types.js';
import styles from './case.module.css';

type ActionDto = CaseActionsDto['actions'][number];

/** What the caller may do next with a case, what waits for others, and what stands in the way of the rest. */
export const Actions = ({ of: { caseId } }: Readonly<{ of: CaseDto }>) => {
  const { t } = useWords();
  const found = useAsk<CaseActionsDto>(`/api/v1/cases/${caseId}/actions`);
  return (
    <section className="card" aria-labelledby="actions">
      <header>
        <h2 id="actions">{t('case.actions')}</h2>
      </header>
      <div className={`card-body ${styles['stack']}`}>
        <Answered found={found} waiting={<Skeleton height={120} aria-label={t('case.loading')} />}>
          {({ actions }) => (
            <>
              <Doable actions={actions.filter(({ allowed }) => allowed)} caseId={caseId} />
              <Waiting actions={actions.filter(({ allowed, refusal }) => !allowed && refusal === null)} />
              <Barred actions={actions.filter(({ refusal }) => refusal !== null)} />
            </>
          )}
        </Answered>
      </div>
    </section>
  );
};

type Given = Readonly<{ actions: readonly ActionDto[] }>;

const Doable = ({ actions, caseId }: Given & Readonly<{ caseId: string }>) => {
  const { t } = useWords();
  const { dutyOf } = useCatalogue();
  const { session } = useSigned();
  if (actions.length === 0) return <p className="quiet">{t('case.nothingToDo')}</p>;
  return (
    <ul className={styles['doable']}>
      {actions.map(({ command, title, importance, duty }) => (
        <li key={command} data-importance={importance}>
          <Link to="/cases/$caseId/do/$command" params={{ caseId, command }}>
            {title}
          </Link>
          {duty && (
            <div className="small">
              <p>{dutyOf(duty)}</p>
              <Due owed={duty} today={session.today} paragraph={duty.paragraph} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
};

const Waiting = ({ actions }: Given) => {
  const { t } = useWords();
  if (actions.length === 0) return null;
  return (
    <details>
      <summary>
        {t('case.waits')} ({actions.length})
      </summary>
      <ul className={styles['reasons']}>
        {actions.map(({ command, title }) => (
          <li key={command}>{title}</li>
        ))}
      </ul>
    </details>
  );
};

const Barred = ({ actions }: Given) => {
  const { t } = useWords();
  if (actions.length === 0) return null;
  return (
    <details>
      <summary>
        {t('case.notNow')} ({actions.length})
      </summary>
      <ul className={styles['reasons']}>
        {actions.map(({ command, title, refusal }) => (
          <li key={command}>
            <strong>{title}</strong> {refusal?.paragraph && <Paragraph of={refusal.paragraph} />}
            <p className="small">{refusal?.message}</p>
            <p className="quiet small">{refusal?.next}</p>
          </li>
        ))}
      </ul>
    </details>
  );
};
