import { Button, Skeleton } from '@mantine/core';
import { useLocation, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useWords } from '../i18n/i18n.js';
import { Answered } from '../shared/answered.js';
import { useAsk } from '../shared/ask.js';
import { useSigned } from '../shared/session.js';
import { useTitle } from '../shared/title.js';
import type { CasePageDto } from '../shared/types.js';
import { keepFilters, type WorklistSearch } from '../shared/worklist-search.js';
import { CaseTable } from './case-table.js';
import { useChange, type Change } from './change.js';
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

  const found = useAsk<CasePageDto>('/api/v1/cases', askedBy(search, q, session.name));
  return (
    <>
      <h1 className={`page-title ${styles['top']}`}>{t('worklist.title')}</h1>
      <StageTabs chosen={search.stage} choose={(stage) => change({ stage })} />
      <section className="card" aria-label={t('worklist.columns')}>
        <Filters search={search} q={q} change={change} />
        <Answered found={found} waiting={<Waiting />}>
          {(page) => <Page page={page} search={search} q={q} change={change} />}
        </Answered>
      </section>
    </>
  );
};

const askedBy = ({ mine, ...filters }: WorklistSearch, q: string, name: string) => ({
  ...filters,
  q,
  limit: pageSize,
  ...(mine && { assignee: name }),
});

type PageGiven = Readonly<{ page: CasePageDto; search: WorklistSearch; q: string; change: Change }>;

const Page = ({ page, search, q, change }: PageGiven) => {
  const { t } = useWords();
  const { cursor, sort = 'due', ...narrowing } = search;
  const narrowed = q !== '' || Object.values(narrowing).some(Boolean);
  return (
    <>
      <p className={`quiet small ${styles['count']}`} role="status">
        {t('worklist.found', { count: page.items.length })}
      </p>
      {page.items.length > 0 ? (
        <CaseTable
          cases={page.items}
          byName={q !== '' && !/^\d/.test(q)}
          sort={sort}
          sortBy={(by) => change({ sort: by === 'submitted' ? by : undefined })}
        />
      ) : (
        <Nothing narrowed={narrowed} clear={() => change(null)} />
      )}
      <Pages page={page} cursor={cursor} turn={(to) => change({ cursor: to })} />
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
