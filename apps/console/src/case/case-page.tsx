import { Skeleton } from '@mantine/core';
import { Link, useLocation, useParams } from '@tanstack/react-router';
import { useWords } from '../i18n/i18n.js';
import { useCatalogue } from '../shared/catalogue.js';
import { useAsk } from '../shared/ask.js';
import { Due } from '../shared/due.js';
import { ProblemView } from '../shared/problem-view.js';
import { useSigned } from '../shared/session.js';
import { useTitle } from '../shared/title.js';
import type { CaseDto } from '../shared/types.js';
import { keptFilters } from '../shared/worklist-search.js';
import { Actions } from './actions.js';
import { Application } from './application.js';
import styles from './case.module.css';
import { Documents } from './documents.js';
import { Duties } from './duties.js';
import { Family } from './family.js';
import { History } from './history.js';
import { Payments } from './payments.js';
import { StageLine } from './stage-line.js';

/** One case: what is owed and by when, what can be done, what happened, who and what it is about. */
export const CasePage = () => {
  const { t } = useWords();
  const { caseId } = useParams({ from: '/cases/$caseId' });
  const { data, isError, error, refetch } = useAsk<CaseDto>(`/api/v1/cases/${caseId}`);
  // the answer of before is of another case
  const found = data?.caseId === caseId ? data : undefined;
  useTitle(found?.application.applicant.fullName || t('case.title'));
  if (isError && !found) return <ProblemView error={error} again={() => void refetch()} />;
  if (!found) return <Waiting />;
  return (
    <article className={styles['page']}>
      <Recorded />
      <CaseHeader of={found} />
      <StageLine of={found} />
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <Duties of={found} />
          <History of={found} />
        </div>
        <div className={styles['column']}>
          <Actions of={found} />
          <Application of={found} />
          <Family of={found} />
          <Documents of={found} />
          <Payments of={found} />
        </div>
      </div>
    </article>
  );
};

/** What whoever comes from a form has just recorded; what moved by it is marked below. */
const Recorded = () => {
  const { t } = useWords();
  const { eventOf } = useCatalogue();
  const { carried } = useLocation().state;
  return (
    <div role="status">
      {carried && (
        <p className={styles['carried']}>{t('case.recorded', { events: carried.events.map(eventOf).join(', ') })}</p>
      )}
    </div>
  );
};

const CaseHeader = ({ of: { application, registration, caseId, duties } }: Readonly<{ of: CaseDto }>) => {
  const { t } = useWords();
  const { titleOf, dutyOf } = useCatalogue();
  const { session } = useSigned();
  const { applicant, form, route, channel, dwelling } = application;
  const next = nextOf(duties);
  const about = [
    titleOf('form', form),
    titleOf('route', route),
    titleOf('channel', channel),
    dwelling.address ?? dwelling.dwellingId,
  ];
  return (
    <header className={styles['head']}>
      <div>
        <nav aria-label={t('nav.worklist')} className="small">
          <Link to="/cases" search={keptFilters()}>
            {t('worklist.title')}
          </Link>
          <span className="quiet"> / {registration?.registrationNumber ?? caseId.slice(0, 8)}</span>
        </nav>
        <h1 className="page-title">{applicant.erased ? t('case.erased') : applicant.fullName}</h1>
        <p className="quiet">{about.join(' · ')}</p>
      </div>
      {next && (
        <div className={styles['next']}>
          <p className="quiet small">{t('due.owedBy', { debtor: titleOf('debtor', next.debtor) })}</p>
          <Due owed={next} today={session.today} paragraph={next.paragraph} />
          <p className="small">{dutyOf(next)}</p>
        </div>
      )}
    </header>
  );
};

/** The obligation that is open and due first; what is pending comes last. */
const nextOf = (duties: CaseDto['duties']): CaseDto['duties'][number] | undefined =>
  duties
    .filter(({ status, kind, heldBy }) => status === 'OPEN' && kind === 'OBLIGATION' && heldBy === null)
    .toSorted((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'))[0];

const Waiting = () => {
  const { t } = useWords();
  return (
    <div role="status" aria-label={t('case.loading')}>
      <Skeleton height={70} mb="lg" />
      <Skeleton height={90} mb="lg" />
      <Skeleton height={320} />
    </div>
  );
};
