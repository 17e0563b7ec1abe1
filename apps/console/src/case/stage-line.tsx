import { useWords } from '../i18n/i18n.js';
import { useCatalogue } from '../shared/catalogue.js';
import type { CaseDto } from '../shared/types.js';
import styles from './stage-line.module.css';

/** The way of a case: the stages that are over, the one that is on, and those ahead. */
export const StageLine = ({ of }: Readonly<{ of: CaseDto }>) => {
  const { t } = useWords();
  const { titleOf, wordsOf } = useCatalogue();
  const way = wordsOf('stage').filter((stage) => stage !== 'TRANSFER' || of.application.route !== 'COMMUNAL');
  const at = way.findIndex((stage) => stage === of.stage);
  const standing = (stage: string, index: number): 'on' | 'over' | 'ahead' => {
    if (index === at) return 'on';
    return index < at && (of.stage !== 'CLOSED' || reached(of, stage)) ? 'over' : 'ahead';
  };
  const words = { on: titleOf('status', of.status), over: t('case.done'), ahead: '' };
  return (
    <section className={`card ${styles['card']}`} aria-label={t('case.stages')}>
      <ol className={styles['line']}>
        {way.map((stage, index) => {
          const is = standing(stage, index);
          return (
            <li key={stage} data-is={is} aria-current={is === 'on' ? 'step' : undefined}>
              <span className={styles['dot']} aria-hidden="true" />
              <strong>{titleOf('stage', stage)}</strong>
              <span className="small">{words[is]}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
};

/** A case that was closed early has not gone all the way: what is on record tells how far it came. */
const reached = (of: CaseDto, stage: string): boolean => {
  const marks: Readonly<Record<string, boolean>> = {
    DOCUMENTS: of.completeness !== null,
    DECISION: of.decision !== null,
    TRANSFER: of.titleRegistration !== null,
    AGREEMENT: of.agreement !== null,
    PAYMENT: of.payments.length > 0,
    CLOSED: true,
  };
  return marks[stage] ?? false;
};
