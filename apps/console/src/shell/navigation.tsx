import { Link } from '@tanstack/react-router';
import { useWords } from '../i18n/i18n.js';
import { BookIcon } from '../shared/icons.js';
import { useScreens } from './screens.js';
import styles from './shell.module.css';

/** The screens of the role, in groups. */
export const Navigation = ({ chosen }: Readonly<{ chosen: () => void }>) => {
  const { t } = useWords();
  const screens = useScreens();
  const groups = [...new Set(screens.map(({ group }) => group))];
  return (
    <nav aria-label={t('app.navigation')}>
      {groups.map((group) => (
        <section key={group}>
          <h2 className={styles['group']}>{group}</h2>
          <ul>
            {screens
              .filter((screen) => screen.group === group)
              .map(({ to, name, search, icon: Icon }) => (
                <li key={to}>
                  <Link to={to} search={search()} activeOptions={{ includeSearch: false }} onClick={chosen}>
                    <Icon />
                    {name}
                  </Link>
                </li>
              ))}
          </ul>
        </section>
      ))}
      <ul>
        <li>
          <a href="/docs">
            <BookIcon />
            {t('nav.documentation')}
          </a>
        </li>
      </ul>
    </nav>
  );
};
