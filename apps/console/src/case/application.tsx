import { moment, wholeDay } from '../i18n/dates.js';
import { useWords } from '../i18n/i18n.js';
import { useCatalogue } from '../shared/catalogue.js';
import { useSigned } from '../shared/session.js';
import type { CaseDto } from '../shared/types.js';
import styles from './case.module.css';
import { Facts } from './facts.js';

/** The application: whose it is, and its days. */
export const Application = ({ of: { application, updatedAt } }: Readonly<{ of: CaseDto }>) => {
  const { t, language } = useWords();
  const { titleOf } = useCatalogue();
  const { session } = useSigned();
  const { applicant, acceptedOn, resultDue, channel, dwelling, representative, zone } = application;
  const day = (date: string | null): string => (date === null ? t('case.notYet') : wholeDay(date, language));
  const facts = [
    [t('case.iin'), applicant.iin],
    [t('case.accepted'), day(acceptedOn)],
    [t('case.resultDue'), day(resultDue)],
    [t('case.channel'), titleOf('channel', channel)],
    [t('case.dwelling'), dwelling.address ?? dwelling.dwellingId],
    [t('case.representative'), representative && (representative.erased ? t('case.erased') : representative.fullName)],
    [t('case.lastChange'), moment(updatedAt, zone, language, session.today)],
  ] as const;
  const notices = [application.rulebookNotice, application.minorNotice].filter((notice) => notice !== null);
  return (
    <section className="card" aria-labelledby="application">
      <header>
        <h2 id="application">{t('case.application')}</h2>
      </header>
      <div className={`card-body ${styles['stack']}`}>
        <Facts of={facts} />
        {notices.map((notice) => (
          <p key={notice} className="quiet small">
            {notice}
          </p>
        ))}
      </div>
    </section>
  );
};
