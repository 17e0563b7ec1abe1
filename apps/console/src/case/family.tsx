import { useWords } from '../i18n/i18n.js';
import { CheckIcon, DashIcon } from '../shared/icons.js';
import type { CaseDto } from '../shared/types.js';
import styles from './case.module.css';

/** The members of the family whom the application names. */
export const Family = ({ of: { application } }: Readonly<{ of: CaseDto }>) => {
  const { t } = useWords();
  const { familyMembers } = application;
  return (
    <section className="card" aria-labelledby="family">
      <header>
        <h2 id="family">{t('case.family')}</h2>
        <span className="quiet small">{familyMembers.length}</span>
      </header>
      {familyMembers.length === 0 ? (
        <p className="card-body quiet">{t('case.noFamily')}</p>
      ) : (
        <ul className={styles['lines']}>
          {familyMembers.map((member, index) => (
            // masked, two may look alike; their order does not change
            <li key={index}>
              <span>
                <strong>{member.erased ? t('case.erased') : member.fullName}</strong>
                <span className="quiet small">{member.iin}</span>
              </span>
              <span className={`small ${styles['mark']}`}>
                {member.consent ? <CheckIcon width="16" height="16" /> : <DashIcon width="16" height="16" />}
                {t(member.consent ? 'case.consentGiven' : 'case.consentMissing')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
