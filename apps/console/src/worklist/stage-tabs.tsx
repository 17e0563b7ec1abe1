import { useWords } from '../i18n/i18n.js';
import { useCatalogue } from '../shared/catalogue.js';
import styles from './worklist.module.css';

/** The stages of a case, as a choice of one or all. */
export const StageTabs = ({
  chosen,
  choose,
}: Readonly<{ chosen: string | undefined; choose: (stage: string | undefined) => void }>) => {
  const { t } = useWords();
  const { titleOf, wordsOf } = useCatalogue();
  return (
    <div className={styles['tabs']} role="group" aria-label={t('worklist.stage')}>
      {[undefined, ...wordsOf('stage')].map((stage) => (
        <button key={stage ?? 'all'} type="button" aria-pressed={stage === chosen} onClick={() => choose(stage)}>
          {stage === undefined ? t('worklist.all') : titleOf('stage', stage)}
        </button>
      ))}
    </div>
  );
};
