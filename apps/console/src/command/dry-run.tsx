import { useQuery } from '@tanstack/react-query';
import { nearDay } from '../i18n/dates.js';
import { useWords } from '../i18n/i18n.js';
import { useCatalogue } from '../shared/catalogue.js';
import { Paragraph } from '../shared/due.js';
import { Problem } from '../shared/problem.js';
import { useSigned } from '../shared/session.js';
import type { DryRunDto } from '../shared/types.js';
import type { Target } from './sending.js';
import styles from './command.module.css';

/** Tries what is entered: what would happen, what stands in the way, and which fields the API does not take. */
export const useDryRun = ({ address, revision }: Target, body: string, ready: boolean) => {
  const { api } = useSigned();
  const { language } = useWords();
  const { data, error, isFetching } = useQuery({
    queryKey: ['dry run', address, revision, body, language],
    // the text was made of an object
    queryFn: ({ signal }) => api.dryRun<DryRunDto>(address, JSON.parse(body) as object, signal),
    enabled: ready,
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  return { tried: data, problem: error instanceof Problem ? error : null, isFetching };
};

type Given = Readonly<{ tried: DryRunDto | undefined; problem: Problem | null; busy: boolean }>;

/** What would happen if it were sent now. Nothing is written by it. */
export const DryRun = ({ tried, problem, busy }: Given) => {
  const { t } = useWords();
  return (
    <section className="card" aria-labelledby="dry-run" aria-busy={busy}>
      <header>
        <h2 id="dry-run">{t('form.dryRun')}</h2>
      </header>
      <div className={`card-body ${styles['stack']}`} aria-live="polite">
        {tried && <Outcome of={tried} />}
        {!tried && <p className="quiet">{waitingFor(problem, t)}</p>}
      </div>
    </section>
  );
};

const waitingFor = (problem: Problem | null, t: ReturnType<typeof useWords>['t']): string => {
  if (problem === null) return t('form.dryRunWaits');
  return problem.status === 422 && problem.body.errors
    ? t('form.dryRunFields')
    : problem.message || t('form.dryRunFailed');
};

const Outcome = ({ of: { refusals, events, duties } }: Readonly<{ of: DryRunDto }>) => {
  const { t, language } = useWords();
  const { eventOf, dutyOf } = useCatalogue();
  const { session } = useSigned();
  if (refusals.length > 0)
    return (
      <ul className={styles['stack']}>
        {refusals.map(({ code, detail, next, paragraph }) => (
          <li key={code} className={styles['refusal']}>
            <p>
              <strong>{detail}</strong> {paragraph && <Paragraph of={paragraph} />}
            </p>
            <p className="small">{t('problem.next', { next })}</p>
          </li>
        ))}
      </ul>
    );
  const dayOf = (side: DryRunDto['duties'][number]['to']): string =>
    side?.due ? nearDay(side.due, language, session.today) : t('due.pending');
  return (
    <>
      <p>{t('form.wouldRecord')}</p>
      <ul className={styles['would']}>
        {events.map((type) => (
          <li key={type}>{eventOf(type)}</li>
        ))}
      </ul>
      {duties.length > 0 && <p>{t('form.wouldMove')}</p>}
      <ul className={styles['moves']}>
        {duties.map((duty) => (
          <li key={`${duty.rule} ${duty.instance}`}>
            {dutyOf(duty)} <Paragraph of={duty.paragraph} />
            <p className="quiet small">{movedHow(duty, dayOf, t)}</p>
          </li>
        ))}
      </ul>
    </>
  );
};

type Moved = DryRunDto['duties'][number];

const movedHow = (
  { from, to }: Moved,
  dayOf: (side: Moved['to']) => string,
  t: ReturnType<typeof useWords>['t'],
): string => {
  if (to === null || to.fellAwayOn !== null) return t('form.dutyFalls');
  if (to.dischargedOn !== null) return t('form.dutyDone');
  return from === null
    ? t('form.dutyArises', { day: dayOf(to) })
    : t('form.dutyMoves', { from: dayOf(from), to: dayOf(to) });
};
