import { nearDay } from '../i18n/dates.js';
import { useWords } from '../i18n/i18n.js';
import { useCatalogue } from '../shared/catalogue.js';
import { PaperIcon } from '../shared/icons.js';
import { useSigned } from '../shared/session.js';
import type { CaseDto } from '../shared/types.js';
import styles from './case.module.css';

/** The papers of a case: those of the application, and those that came later. */
export const Documents = ({ of }: Readonly<{ of: CaseDto }>) => {
  const { t } = useWords();
  const papers = [...of.application.documents, ...of.addedDocuments.map(({ document }) => document)];
  const aside = new Set(of.setAsideDocuments.map(({ sha256, documentType }) => `${documentType} ${sha256}`));
  return (
    <section className="card" aria-labelledby="documents">
      <header>
        <h2 id="documents">{t('case.documents')}</h2>
        <span className="quiet small">{papers.length}</span>
      </header>
      {papers.length === 0 ? (
        <p className="card-body quiet">{t('case.noDocuments')}</p>
      ) : (
        <ul className={styles['lines']}>
          {papers.map((paper, index) => (
            <Paper key={`${paper.sha256} ${index}`} paper={paper} aside={aside.has(`${paper.type} ${paper.sha256}`)} />
          ))}
        </ul>
      )}
    </section>
  );
};

type Paper = CaseDto['application']['documents'][number];

const Paper = ({ paper, aside }: Readonly<{ paper: Paper; aside: boolean }>) => {
  const { t, language } = useWords();
  const { titleOf } = useCatalogue();
  const { session } = useSigned();
  const day = (date: string): string => nearDay(date, language, session.today);
  const about = [
    paper.type,
    paper.number,
    paper.issuedOn && t('case.issued', { day: day(paper.issuedOn) }),
    paper.expiresOn && t('case.until', { day: day(paper.expiresOn) }),
  ].filter(Boolean);
  return (
    <li>
      <PaperIcon className="quiet" />
      <span>
        <span>{titleOf('paper', paper.type)}</span>
        <span className="quiet small">{about.join(' · ')}</span>
      </span>
      {aside && <span className="tag">{t('case.setAside')}</span>}
    </li>
  );
};
