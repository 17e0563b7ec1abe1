import { daysBetween, nearDay } from '../i18n/dates.js';
import { useWords } from '../i18n/i18n.js';
import { AlertIcon } from './icons.js';
import styles from './due.module.css';

type Owed = Readonly<{
  due: string | null;
  pending?: Readonly<{ missingYear: number; notBefore: string }> | null;
  overdue?: boolean;
}>;

export type Nearness = 'late' | 'soon' | 'later' | 'pending' | 'none';

/** How near a date is, for groups and marks: soon is within three days. */
export const nearnessOf = (owed: Owed | null, today: string): Nearness => {
  if (owed === null) return 'none';
  if (owed.due === null) return 'pending';
  const days = daysBetween(today, owed.due);
  if (owed.overdue === true || days < 0) return 'late';
  return days <= 3 ? 'soon' : 'later';
};

/** A date never stands alone: how long until then in words, the day, and the paragraph that says so. */
export const Due = ({
  owed,
  today,
  paragraph,
}: Readonly<{ owed: Owed | null; today: string; paragraph?: string | null }>) => {
  const { language } = useWords();
  const said = useDueWords(owed, today);
  const nearness = nearnessOf(owed, today);
  return (
    <span className={`${styles['due']} ${styles[nearness]}`}>
      {nearness === 'late' && <AlertIcon width="16" height="16" />}
      <span className={styles['mark']} aria-hidden="true" />
      <strong>{said}</strong>
      {owed?.due && <span className="quiet nowrap">{nearDay(owed.due, language, today)}</span>}
      {paragraph && <Paragraph of={paragraph} />}
    </span>
  );
};

/** Where the Order says it: `6(1)`, `6 end`, `App 2`. */
export const Paragraph = ({ of }: Readonly<{ of: string }>) => {
  const { t } = useWords();
  const [, appendix] = /^App(?:endix)? (\d+)/.exec(of) ?? [];
  const [, ended] = /^(\S+) end$/.exec(of) ?? [];
  const [paragraph] = of.split(' ');
  const words = appendix
    ? t('due.appendix', { number: appendix })
    : t(ended ? 'due.paragraphEnd' : 'due.paragraph', { paragraph });
  return <span className="tag">{words}</span>;
};

const useDueWords = (owed: Owed | null, today: string): string => {
  const { t } = useWords();
  if (owed === null) return t('due.nothing');
  if (owed.due === null) return t('due.pending');
  const days = daysBetween(today, owed.due);
  if (days < 0) return t('due.overdue', { count: -days });
  if (owed.overdue === true) return t('due.overdueToday');
  if (days < 2) return days === 0 ? t('due.today') : t('due.tomorrow');
  return t('due.in', { count: days });
};
