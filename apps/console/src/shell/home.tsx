import { Navigate } from '@tanstack/react-router';
import { useWords } from '../i18n/i18n.js';
import { useTitle } from '../shared/title.js';
import { useScreens } from './screens.js';

/** The first screen of whoever is signed in. */
export const Home = () => {
  const [first] = useScreens();
  return first === undefined ? <NoScreen /> : <Navigate to={first.to} search={first.search()} replace />;
};

const NoScreen = () => {
  const { t } = useWords();
  useTitle(t('home.nothing'));
  return (
    <section className="card">
      <div className="card-body">
        <h1 className="page-title">{t('home.nothing')}</h1>
        <p className="quiet">{t('home.nothingAbout')}</p>
        <p>
          <a href="/docs">{t('nav.documentation')}</a>
        </p>
      </div>
    </section>
  );
};
