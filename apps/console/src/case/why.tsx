import { Skeleton } from '@mantine/core';
import { useWords } from '../i18n/i18n.js';
import { Answered } from '../shared/answered.js';
import { useAsk } from '../shared/ask.js';

import type { DutyDto, WhyDto } from '../shared/types.js';
import { DayStrip } from './day-strip.js';
import styles from './why.module.css';

type Given = Readonly<{ duty: DutyDto; at: Readonly<{ caseId: string; revision: number }> }>;

/** Why a date is what it is: day by day, in words, and in the words of the Order. */
export const Why = ({ duty: { rule, instance }, at }: Given) => {
  const { t } = useWords();
  const path = `/api/v1/cases/${at.caseId}/duties/${encodeURIComponent(rule)}/why`;
  const found = useAsk<WhyDto>(path, { instance });
  return (
    <Answered found={found} waiting={<Skeleton height={150} aria-label={t('case.loading')} />}>
      {(why) => <Told why={why} />}
    </Answered>
  );
};

const Told = ({ why: { derivation, text, paragraphText } }: Readonly<{ why: WhyDto }>) => {
  const { t } = useWords();
  const years = derivation.provisionalYears.join(', ');
  return (
    <div className={styles['why']}>
      <DayStrip derivation={derivation} />
      {years !== '' && <p className="quiet small">{t('case.provisional', { years })}</p>}
      <figure className={styles['passage']}>
        <figcaption className="quiet small">{t('case.passage')}</figcaption>
        <blockquote lang="en">{paragraphText}</blockquote>
      </figure>
      <details>
        <summary>{t('case.why')}</summary>
        <ul className={styles['sentences']}>
          {text.split('\n').map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
    </div>
  );
};
