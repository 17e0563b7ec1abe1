import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { moment, nearDay, inZone } from '../i18n/dates.js';
import { useWords } from '../i18n/i18n.js';
import { ProblemView } from '../shared/problem-view.js';
import { useSigned } from '../shared/session.js';
import type { CaseDto, TimelineEntryDto, TimelinePageDto } from '../shared/types.js';
import styles from './history.module.css';

/** What happened in a case, in its order; what was entered on a later day says so. */
export const History = ({ of: { caseId, application } }: Readonly<{ of: CaseDto }>) => {
  const { t, language } = useWords();
  const { api } = useSigned();
  const found = useInfiniteQuery({
    queryKey: ['timeline', caseId, language],
    queryFn: ({ signal, pageParam }) =>
      api.get<TimelinePageDto>(`/api/v1/cases/${caseId}/timeline`, { limit: 100, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const entries = found.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="card" aria-labelledby="history">
      <header>
        <h2 id="history">{t('case.history')}</h2>
      </header>
      <div className="card-body">
        {found.isError && <ProblemView error={found.error} again={() => void found.refetch()} />}
        {!found.data && !found.isError && <Skeleton height={160} aria-label={t('case.loading')} />}
        <ol className={styles['history']}>
          {entries.map((entry) => (
            <Entry key={entry.eventId} entry={entry} zone={application.zone} />
          ))}
        </ol>
        {found.hasNextPage && (
          <Button variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t('case.moreHistory')}
          </Button>
        )}
      </div>
    </section>
  );
};

const Entry = ({ entry, zone }: Readonly<{ entry: TimelineEntryDto; zone: string }>) => {
  const { t, language } = useWords();
  const { session } = useSigned();
  const [happened, recorded] = [inZone(entry.effectiveAt, zone), inZone(entry.recordedAt, zone)];
  const { carried } = useLocation().state;
  const late = happened.date !== recorded.date;
  const isNew = carried !== undefined && entry.revision > carried.revision;
  return (
    <li data-new={isNew || undefined}>
      <time dateTime={entry.effectiveAt} className="quiet small">
        {nearDay(happened.date, language, session.today)}, {happened.time}
      </time>
      <div>
        <p>
          {entry.what} {isNew && <span className="new">{t('case.new')}</span>}
        </p>
        <p className="quiet small">
          {t('case.by', { who: entry.actor })}
          {late && (
            <span className={styles['late']}>
              {t('case.enteredLate', { moment: moment(entry.recordedAt, zone, language, session.today) })}
            </span>
          )}
        </p>
      </div>
    </li>
  );
};
