import { Button, Skeleton } from '@mantine/core';
import { useLocation, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useWords } from '../i18n/i18n.js';
import { useAsk } from '../shared/ask.js';
import { ProblemView } from '../shared/problem-view.js';
import { useSigned } from '../shared/session.js';
import { useTitle } from '../shared/title.js';
import type { CasePageDto } from '../shared/types.js';
import { keepFilters } from '../shared/worklist-search.js';
import { CaseTable } from './case-table.js';
import { useChange } from './change.js';
import { Filters } from './filters.js';
import { StageTabs } from './stage-tabs.js';
import styles from './worklist.module.css';

const pageSize = 50;

/** The cases of the caller's office, or of every office: what is due first comes first. */
export const Worklist = () => {
  const { t } = useWords();
  const { session } = useSigned();
  const search = useSearch({ from: '/cases' });
  const q = useLocation({ select: ({ state }) => state.q ?? '' });
  const change = useChange();
  useTitle(t('worklist.title'));
  useEffect(() => keepFilters(search), [search]);

  const { mine, ...filters } = search;
  const asked = { ...filters, q, limit: pageSize, ...(mine && { assignee: session.name }) };
  const found = useAsk<CasePageDto>('/api/v1/cases', asked);
  const { cursor: _cursor, sort: _sort, ...narrowing } = search;
  const narrowed = q !== '' || Object.values(narrowing).some(Boolean);
  return (
    <>
      <div className={styles['top']}>
        <h1 className="page-title">{t('worklist.title')}</h1>
      </div>
      <StageTabs chosen={search.stage} choose={(stage) => change({ stage })} />
      <section className="card" aria-label={t('worklist.columns')}>
        <Filters search={search} q={q} change={change} />
        {found.isError && (
          <div className="card-body">
            <ProblemView error={found.error} again={() => void found.refetch()} />
          </div>
        )}
        {!found.data && !found.isError && <Waiting />}
        {found.data && (
          <>
            <p className={`quiet small ${styles['count']}`} role="status">
              {t('worklist.found', { count: found.data.items.length })}
            </p>
            {found.data.items.length > 0 ? (
              <CaseTable
                cases={found.data.items}
                byName={q !== '' && !/^\d/.test(q)}
                sort={search.sort ?? 'due'}
                sortBy={(sort) => change({ sort: sort === 'submitted' ? sort : undefined })}
              />
            ) : (
              <Nothing narrowed={narrowed} clear={() => change(null)} />
            )}
            <Pages page={found.data} cursor={search.cursor} turn={(cursor) => change({ cursor })} />
          </>
        )}
      </section>
    </>
  );
};

const Waiting = () => {
  const { t } = useWords();
  return (
    <div className="card-body" role="status" aria-label={t('case.loading')}>
      {Array.from({ length: 8 }, (_, row) => (
        <Skeleton key={row} height={34} mb="sm" />
      ))}
    </div>
  );
};

const Nothing = ({ narrowed, clear }: Readonly<{ narrowed: boolean; clear: () => void }>) => {
  const { t } = useWords();
  return (
    <div className={styles['nothing']}>
      <h2>{t(narrowed ? 'worklist.nothingFound' : 'worklist.nothing')}</h2>
      <p className="quiet">{t(narrowed ? 'worklist.nothingFoundAbout' : 'worklist.nothingAbout')}</p>
      {narrowed && (
        <Button variant="default" mt="md" onClick={clear}>
          {t('worklist.clear')}
        </Button>
      )}
    </div>
  );
};

type Turning = Readonly<{ page: CasePageDto; cursor: string | undefined; turn: (cursor: string | undefined) => void }>;

const Pages = ({ page: { nextCursor }, cursor, turn }: Turning) => {
  const { t } = useWords();
  if (nextCursor === null && cursor === undefined) return null;
  return (
    <div className={styles['pages']}>
      {cursor !== undefined && (
        <Button variant="default" onClick={() => turn(undefined)}>
          {t('worklist.first')}
        </Button>
      )}
      {nextCursor !== null && (
        <Button variant="default" onClick={() => turn(nextCursor)}>
          {t('worklist.more')}
        </Button>
      )}
    </div>
  );
};
