import { useWords } from '../i18n/i18n.js';
import { CheckIcon, DashIcon } from '../shared/icons.js';
import type { Section, SectionStanding } from './sections.js';
import styles from './command.module.css';

type Given = Readonly<{ sections: readonly Section[]; standingOf: (section: Section) => SectionStanding }>;

/** The sections of a long form: which are filled in, and a way to each. */
export const Progress = ({ sections, standingOf }: Given) => {
  const { t } = useWords();
  const done = sections.filter((one) => standingOf(one) === 'done').length;
  return (
    <nav className="card" aria-labelledby="sections">
      <header>
        <h2 id="sections">{t('form.sections')}</h2>
        <span className="quiet small">{t('form.sectionsDone', { done, all: sections.length })}</span>
      </header>
      <div className="card-body">
        <progress className={styles['progress']} value={done} max={sections.length} aria-labelledby="sections" />
        <ol className={styles['sections']}>
          {sections.map((section, index) => {
            const standing = standingOf(section);
            return (
              <li key={section.title} data-standing={standing}>
                {standing === 'done' ? <CheckIcon width="16" height="16" /> : <DashIcon width="16" height="16" />}
                <a href={`#section-${index}`} onClick={goTo(index)}>
                  {section.title}
                </a>
                <span className="unseen">{t(`form.${standing}`)}</span>
              </li>
            );
          })}
        </ol>
      </div>
    </nav>
  );
};

/** The section comes into view with the focus in it; the address stays. */
const goTo =
  (index: number) =>
  (event: Readonly<{ preventDefault: () => void }>): void => {
    event.preventDefault();
    const section = document.querySelector(`#section-${index}`);
    section?.scrollIntoView();
    section?.querySelector<HTMLElement>('input, select, textarea, button')?.focus({ preventScroll: true });
  };
