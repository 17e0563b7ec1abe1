import { Skeleton } from '@mantine/core';
import { useWords } from '../i18n/i18n.js';
import { useAsk } from '../shared/ask.js';
import { Paragraph } from '../shared/due.js';
import { ProblemView } from '../shared/problem-view.js';
import type { CaseActionDto, CaseActionsDto, CaseDto } from '../shared/types.js';
import styles from './case.module.css';

/** What the caller may do next with a case, what waits for others, and what stands in the way of the rest. */
export const Actions = ({ of: { caseId } }: Readonly<{ of: CaseDto }>) => {
  const { t, wordOf } = useWords();
  const found = useAsk<CaseActionsDto>(`/api/v1/cases/${caseId}/actions`);
  const actions = found.data?.actions ?? [];
  const allowed = actions.filter((action) => action.allowed);
  const waiting = actions.filter(({ allowed: mine, refusal }) => !mine && refusal === null);
  const barred = actions.filter(({ refusal }) => refusal !== null);
  return (
    <section className="card" aria-labelledby="actions">
      <header>
        <h2 id="actions">{t('case.actions')}</h2>
      </header>
      <div className={`card-body ${styles['stack']}`}>
        {found.isError && <ProblemView error={found.error} again={() => void found.refetch()} />}
        {!found.data && !found.isError && <Skeleton height={120} aria-label={t('case.loading')} />}
        {found.data && allowed.length === 0 && <p className="quiet">{t('case.nothingToDo')}</p>}
        {allowed.length > 0 && (
          <>
            <ul className={styles['doable']}>
              {allowed.map(({ command }) => (
                <li key={command}>{wordOf('command', command)}</li>
              ))}
            </ul>
            <p className="quiet small">{t('case.byApi')}</p>
          </>
        )}
        {waiting.length > 0 && (
          <details>
            <summary>
              {t('case.waits')} ({waiting.length})
            </summary>
            <ul className={styles['reasons']}>
              {waiting.map(({ command }) => (
                <li key={command}>{wordOf('command', command)}</li>
              ))}
            </ul>
          </details>
        )}
        {barred.length > 0 && <Barred actions={barred} />}
      </div>
    </section>
  );
};

const Barred = ({ actions }: Readonly<{ actions: readonly CaseActionDto[] }>) => {
  const { t, wordOf } = useWords();
  return (
    <details>
      <summary>
        {t('case.notNow')} ({actions.length})
      </summary>
      <ul className={styles['reasons']}>
        {actions.map(({ command, refusal }) => (
          <li key={command}>
            <strong>{wordOf('command', command)}</strong> {refusal?.paragraph && <Paragraph of={refusal.paragraph} />}
            <p className="small">{refusal?.message}</p>
            <p className="quiet small">{refusal?.next}</p>
          </li>
        ))}
      </ul>
    </details>
  );
};
