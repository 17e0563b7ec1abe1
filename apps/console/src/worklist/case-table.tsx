import { Link, useNavigate } from '@tanstack/react-router';
import { Fragment, type KeyboardEvent, type MouseEvent } from 'react';
import { daysBetween, inZone, nearDay } from '../i18n/dates.js';
import { useWords } from '../i18n/i18n.js';
import { useCatalogue } from '../shared/catalogue.js';
import { Due, nearnessOf } from '../shared/due.js';
import { DownIcon } from '../shared/icons.js';
import { useSigned } from '../shared/session.js';
import { StageMark } from '../shared/stage-mark.js';
import type { CasePageDto } from '../shared/types.js';
import styles from './worklist.module.css';

type Row = CasePageDto['items'][number];
type Sort = 'due' | 'submitted';

type Given = Readonly<{
  cases: readonly Row[];
  /** Found by a name, and so in the order of names. */
  byName: boolean;
  sort: Sort;
  sortBy: (sort: Sort) => void;
}>;

/** Cases, each with its next duty; arrows go from row to row, Enter opens. */
export const CaseTable = ({ cases, byName, sort, sortBy }: Given) => {
  const { t } = useWords();
  const { session } = useSigned();
  const order = byName ? null : sort;
  const headings = cases.map((row) => (order === 'due' ? groupOf(row, session.today) : null));
  return (
    <table className={styles['table']} role="table" aria-label={t('worklist.columns')}>
      <thead role="rowgroup">
        <tr role="row">
          <SortHeader column={t('worklist.next')} sort="due" order={order} sortBy={sortBy} />
          <th role="columnheader" scope="col">
            {t('worklist.applicant')}
          </th>
          <th role="columnheader" scope="col">
            {t('worklist.stage')}
          </th>
          <th role="columnheader" scope="col">
            {t('worklist.route')}
          </th>
          <th role="columnheader" scope="col">
            {t('worklist.number')}
          </th>
          <SortHeader column={t('worklist.submitted')} sort="submitted" order={order} sortBy={sortBy} />
        </tr>
      </thead>
      <tbody role="rowgroup" onKeyDown={toNextRow}>
        {cases.map((row, index) => {
          const group = headings[index];
          return (
            <Fragment key={row.caseId}>
              {group && group !== headings[index - 1] && (
                <tr role="row" className={styles['group']}>
                  <th role="rowheader" colSpan={6}>
                    {t(`worklist.${group}`)}
                  </th>
                </tr>
              )}
              <CaseRow row={row} />
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
};

const groups = { late: 'overdueGroup', pending: 'unknown', none: 'none' } as const;

const groupOf = ({ nextDue }: Row, today: string) => {
  const nearness = nearnessOf(nextDue, today);
  if (nearness !== 'soon' && nearness !== 'later') return groups[nearness];
  const days = daysBetween(today, nextDue?.due ?? today);
  if (days === 0) return 'today';
  return days <= 7 ? 'week' : 'later';
};

const SortHeader = ({
  column,
  sort,
  order,
  sortBy,
}: Readonly<{ column: string; sort: Sort; order: Sort | null; sortBy: (sort: Sort) => void }>) => {
  const { t } = useWords();
  const sorted = sort === order;
  const direction = sort === 'due' ? 'ascending' : 'descending';
  return (
    <th role="columnheader" scope="col" aria-sort={sorted ? direction : 'none'}>
      <button
        type="button"
        className={styles['sort']}
        data-sorted={sorted}
        title={t('worklist.sortedBy', { column })}
        onClick={() => sortBy(sort)}
      >
        {column}
        <DownIcon width="14" height="14" style={{ rotate: sort === 'due' ? '180deg' : '0deg' }} />
      </button>
    </th>
  );
};

const CaseRow = ({ row }: Readonly<{ row: Row }>) => {
  const { t, language } = useWords();
  const { titleOf } = useCatalogue();
  const { session } = useSigned();
  const navigate = useNavigate();
  const { caseId, nextDue, applicantName, applicantIinMasked, route, registrationNumber } = row;
  const open = ({ target }: MouseEvent): void => {
    const chosen = getSelection()?.isCollapsed === false || (target instanceof Element && target.closest('a'));
    if (!chosen) void navigate({ to: '/cases/$caseId', params: { caseId } });
  };
  const filed = inZone(row.submittedAt, session.zone).date;
  return (
    <tr role="row" onClick={open}>
      <td role="cell">
        <Due owed={nextDue && { ...nextDue, overdue: isPast(nextDue.dueAt) }} today={session.today} />
      </td>
      <th role="rowheader" scope="row">
        <Link to="/cases/$caseId" params={{ caseId }}>
          {applicantName || t('case.erased')}
        </Link>
        <span className="quiet small">{applicantIinMasked}</span>
      </th>
      <td role="cell">
        {titleOf('status', row.status)}
        <StageMark stage={row.stage} entity={route !== 'COMMUNAL'} />
      </td>
      <td role="cell">{titleOf('route', route)}</td>
      <td role="cell">{registrationNumber ?? <span className="quiet">{t('worklist.notRegistered')}</span>}</td>
      <td role="cell" className="nowrap">
        {nearDay(filed, language, session.today)}
      </td>
    </tr>
  );
};

const isPast = (instant: string | null): boolean => instant !== null && Date.parse(instant) < Date.now();

const toNextRow = (event: KeyboardEvent<HTMLElement>): void => {
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
  const step = steps[event.key];
  if (step === undefined) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('th a')];
  const next = links[links.findIndex((link) => link === document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
};
