import { nearDay, tenge } from '../i18n/dates.js';
import { useWords } from '../i18n/i18n.js';
import { useSigned } from '../shared/session.js';
import type { CaseDto } from '../shared/types.js';
import styles from './case.module.css';
import { Facts } from './facts.js';

/** The price, what is paid of it, and the schedule where there is one; nothing before an agreement is offered. */
export const Payments = ({ of: { agreement, payments } }: Readonly<{ of: CaseDto }>) => {
  const { t, language } = useWords();
  const { session } = useSigned();
  if (agreement === null) return null;
  const day = (date: string): string => nearDay(date, language, session.today);
  const standing = payments.findLast(({ reversal }) => reversal === null);
  const facts = [
    [t('case.price'), tenge(agreement.price, language)],
    [t('case.outstanding'), standing ? tenge(standing.outstanding, language) : null],
  ] as const;
  return (
    <section className="card" aria-labelledby="payments">
      <header>
        <h2 id="payments">{t('case.payments')}</h2>
      </header>
      <div className={`card-body ${styles['stack']}`}>
        <Facts of={facts} />
        {payments.length === 0 && <p className="quiet">{t('case.noPayments')}</p>}
        {payments.length > 0 && (
          <ul className={styles['paid']}>
            {payments.map(({ revision, paidOn, amount, reversal }) => (
              <li key={revision}>
                <span>{day(paidOn)}</span>
                <span>{reversal ? <s>{tenge(amount, language)}</s> : tenge(amount, language)}</span>
                {reversal && <span className="tag">{t('case.reversed')}</span>}
              </li>
            ))}
          </ul>
        )}
        {agreement.schedule && <Schedule of={agreement.schedule} day={day} />}
      </div>
    </section>
  );
};

type Amounts = NonNullable<NonNullable<CaseDto['agreement']>['schedule']>;

const Schedule = ({ of, day }: Readonly<{ of: Amounts; day: (date: string) => string }>) => {
  const { t, language } = useWords();
  return (
    <details>
      <summary>
        {t('case.schedule')} ({of.length})
      </summary>
      <div className={styles['scroll']} tabIndex={0} role="region" aria-label={t('case.schedule')}>
        <table className={styles['schedule']}>
          <thead>
            <tr>
              <th scope="col">{t('case.number')}</th>
              <th scope="col">{t('case.dueOn')}</th>
              <th scope="col">{t('case.amount')}</th>
              <th scope="col">{t('case.left')}</th>
            </tr>
          </thead>
          <tbody>
            {of.map(({ number, dueOn, amount, outstanding }) => (
              <tr key={number}>
                <td>{number}</td>
                <td>{day(dueOn)}</td>
                <td>{tenge(amount, language)}</td>
                <td>{tenge(outstanding, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
};
