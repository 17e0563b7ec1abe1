import { useLocation } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { nearDay } from '../i18n/dates.js';
import { useWords } from '../i18n/i18n.js';
import { dutyKey } from '../shared/carried.js';
import { useCatalogue } from '../shared/catalogue.js';
import { Due, Paragraph } from '../shared/due.js';
import { CheckIcon, ChevronIcon, ClockIcon, DashIcon } from '../shared/icons.js';
import { useSigned } from '../shared/session.js';
import type { CaseDto, DutyDto } from '../shared/types.js';
import styles from './duties.module.css';
import { Why } from './why.js';

/** What is owed in a case by whom until when: what is open first. Each opens to the days that its date rests on. */
export const Duties = ({ of: { caseId, duties, revision } }: Readonly<{ of: CaseDto }>) => {
  const { t } = useWords();
  const rank = { OPEN: 0, DISCHARGED: 1, FALLEN_AWAY: 2 } as const;
  const rankOf = ({ status }: DutyDto): number => rank[status as keyof typeof rank] ?? 3;
  const sorted = duties.toSorted((a, b) => rankOf(a) - rankOf(b) || (a.due ?? '9999').localeCompare(b.due ?? '9999'));
  const open = duties.filter(({ status }) => status === 'OPEN').length;
  return (
    <section className="card" aria-labelledby="duties">
      <header>
        <h2 id="duties">{t('case.duties')}</h2>
        <span className="quiet small">{t('case.openOf', { open, all: duties.length })}</span>
      </header>
      {duties.length === 0 && <p className="card-body quiet">{t('case.noDuties')}</p>}
      <ul>
        {sorted.map((duty, index) => (
          <Duty key={`${duty.rule} ${duty.instance}`} duty={duty} at={{ caseId, revision }} first={index === 0} />
        ))}
      </ul>
    </section>
  );
};

type Given = Readonly<{ duty: DutyDto; at: Readonly<{ caseId: string; revision: number }>; first: boolean }>;

const Duty = ({ duty, at, first }: Given) => {
  const { t } = useWords();
  const { titleOf, dutyOf } = useCatalogue();
  const [isOpen, setOpen] = useState(first && duty.status === 'OPEN');
  const id = useId();
  const { carried } = useLocation().state;
  const term = useTerm(duty);
  const debtor = titleOf('debtor', duty.debtor);
  return (
    <li className={styles['duty']} data-status={duty.status}>
      <h3>
        <button type="button" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          <StatusIcon duty={duty} />
          <span className={styles['what']}>
            <strong>
              {capital(dutyOf(duty))}{' '}
              {carried?.duties.includes(dutyKey(duty)) && <span className="new">{t('case.new')}</span>}
            </strong>
            <span className="quiet small">
              {duty.kind === 'POWER' ? t('case.may', { who: debtor }) : debtor} · {term}{' '}
              <Paragraph of={duty.paragraph} />
            </span>
          </span>
          <span className={styles['when']}>
            <Standing duty={duty} />
          </span>
          <ChevronIcon className={styles['chevron']} data-open={isOpen} />
        </button>
      </h3>
      <div id={id} hidden={!isOpen}>
        {isOpen && <Why duty={duty} at={at} />}
      </div>
    </li>
  );
};

const StatusIcon = ({ duty: { status } }: Readonly<{ duty: DutyDto }>) => {
  if (status === 'OPEN') return <ClockIcon className={styles['open']} />;
  return status === 'DISCHARGED' ? <CheckIcon className={styles['good']} /> : <DashIcon className="quiet" />;
};

const Standing = ({ duty }: Readonly<{ duty: DutyDto }>) => {
  const { t, language } = useWords();
  const { session } = useSigned();
  if (duty.status === 'OPEN') return <Due owed={duty} today={session.today} />;
  const on = duty.dischargedOn ?? duty.fellAwayOn ?? duty.due;
  const day = on === null ? '' : nearDay(on, language, session.today);
  return <span className={duty.late === true ? styles['late'] : 'quiet'}>{t(`due.${endOf(duty)}`, { day })}</span>;
};

const endOf = ({ status, late, kind }: DutyDto): 'done' | 'doneLate' | 'lapsed' | 'fellAway' => {
  if (status === 'DISCHARGED') return late === true ? 'doneLate' : 'done';
  return kind === 'POWER' ? 'lapsed' : 'fellAway';
};

const useTerm = ({ term, heldBy }: DutyDto): string => {
  const { t } = useWords();
  if (heldBy !== null) return t('case.heldBy', { rule: heldBy });
  if (term === null) return t('case.agreedDay');
  if (term.n === 0) return t('case.sameDay');
  return t(term.unit === 'working' ? 'case.workingDays' : 'case.calendarDays', { count: term.n });
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
