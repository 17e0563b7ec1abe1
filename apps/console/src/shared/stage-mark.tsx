import { useCatalogue } from './catalogue.js';
import styles from './stage-mark.module.css';

/** How far a case is on its way, small: the stages that are over, the one that is on, and its name. */
export const StageMark = ({ stage, entity }: Readonly<{ stage: string | null; entity: boolean }>) => {
  const { titleOf, wordsOf } = useCatalogue();
  if (stage === null) return null;
  const way = wordsOf('stage').filter((one) => one !== 'CLOSED' && (one !== 'TRANSFER' || entity));
  const at = stage === 'CLOSED' ? -1 : way.findIndex((one) => one === stage);
  return (
    <span className={styles['mark']}>
      <span className={styles['way']} aria-hidden="true">
        {way.map((one, index) => (
          <i key={one} data-is={index < at ? 'over' : index === at ? 'on' : 'ahead'} />
        ))}
      </span>
      <span className="quiet small">{titleOf('stage', stage)}</span>
    </span>
  );
};
