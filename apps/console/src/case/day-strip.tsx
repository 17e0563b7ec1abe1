import { shortDay, wholeDay } from '../i18n/dates.js';
import { useWords } from '../i18n/i18n.js';
import { useSigned } from '../shared/session.js';
import type { WhyDto } from '../shared/types.js';
import styles from './day-strip.module.css';
import { stripOf, type StripDay, type StripWeek } from './strip.js';

const legend = [
  ['start', 'case.legendStart'],
  ['counted', 'case.legendCounted'],
  ['skipped', 'case.legendSkipped'],
  ['due', 'case.legendDue'],
] as const;

/** The days of a term: where it starts, what counts, what is skipped and why, and when it is due. */
export const DayStrip = ({ derivation }: Readonly<{ derivation: WhyDto['derivation'] }>) => {
  const { t } = useWords();
  const weeks = stripOf(derivation);
  const shown = new Set(weeks.flatMap(({ days }) => days.map((day) => (day?.due ? 'due' : day?.is))));
  return (
    <div>
      <ol className={styles['weeks']} aria-label={t('case.derivation')}>
        {weeks.map((week) => (
          <Week key={week.monday} week={week} />
        ))}
      </ol>
      <ul className={styles['legend']} aria-hidden="true">
        {legend
          .filter(([is]) => shown.has(is))
          .map(([is, words]) => (
            <li key={is}>
              <i data-is={is} data-due={is === 'due'} />
              {t(words)}
            </li>
          ))}
      </ul>
    </div>
  );
};

const Week = ({ week: { monday, sunday, days } }: Readonly<{ week: StripWeek }>) => {
  const { language } = useWords();
  return (
    <li>
      <span className="quiet small">
        {shortDay(monday, language)} – {shortDay(sunday, language)}
      </span>
      <ol className={styles['week']}>
        {days.map((day, weekday) =>
          day === null ? (
            <li key={weekday} role="presentation" aria-hidden="true" className={styles['none']} />
          ) : (
            <Day key={day.date} day={day} />
          ),
        )}
      </ol>
    </li>
  );
};

const Day = ({ day }: Readonly<{ day: StripDay }>) => {
  const { t } = useWords();
  const { session } = useSigned();
  const said = useSaid(day);
  const mark = day.due
    ? t('case.due')
    : day.is === 'start'
      ? t('case.start')
      : day.number === null
        ? t('case.skipped')
        : `№${day.number}`;
  return (
    <li
      className={styles['day']}
      data-is={day.is}
      data-due={day.due}
      data-today={day.date === session.today}
      title={said}
    >
      <span aria-hidden="true">
        <b>{Number(day.date.slice(8))}</b>
        <small>{day.is === 'skipped' && !day.due ? '–' : mark}</small>
      </span>
      <span className="unseen">{said}</span>
    </li>
  );
};

const useSaid = ({ date, is, due, number, reason }: StripDay): string => {
  const { t, language, wordOf } = useWords();
  const day = wholeDay(date, language);
  if (due) return t('case.dueDay', { day });
  if (is === 'start') return t('case.startDay', { day });
  if (is === 'counted') return t('case.countedDay', { day, number });
  const why = reason === null ? '' : wordOf('off', reason.kind);
  const named = reason && reason.kind !== 'weekend' ? `${why} (${reason.name})` : why;
  return t('case.skippedDay', { day, reason: named });
};
