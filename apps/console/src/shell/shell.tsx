import { ActionIcon } from '@mantine/core';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useWords } from '../i18n/i18n.js';
import { Appearance } from '../shared/appearance.js';
import icon from '../shared/icon.svg';
import { KeyboardIcon, MenuIcon, SearchIcon } from '../shared/icons.js';
import { Account } from './account.js';
import { useKeys } from './keys.js';
import { Navigation } from './navigation.js';
import styles from './shell.module.css';

const Palette = lazy(async () => ({ default: (await import('./palette.js')).Palette }));
const KeysHelp = lazy(async () => ({ default: (await import('./keys-help.js')).KeysHelp }));

type Open = 'palette' | 'keys' | null;

/** What stands around every screen. */
export const Shell = () => {
  const { t } = useWords();
  const [open, setOpen] = useState<Open>(null);
  const [menu, setMenu] = useState(false);
  const main = useFocusOnNewPage();
  useKeys({ palette: () => setOpen('palette'), help: () => setOpen('keys') });
  const close = (): void => setOpen(null);
  return (
    <div className={styles['frame']}>
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      <header className={styles['head']}>
        <ActionIcon
          className={styles['burger'] ?? ''}
          variant="subtle"
          color="gray"
          c="var(--ink)"
          size="lg"
          aria-label={t('app.menu')}
          aria-expanded={menu}
          onClick={() => setMenu(!menu)}
        >
          <MenuIcon />
        </ActionIcon>
        <Link to="/" className={styles['brand'] ?? ''} aria-label="Shanyraq">
          <img src={icon} alt="" width="32" height="32" />
          <span>Shanyraq</span>
        </Link>
        <button type="button" className={styles['find']} onClick={() => setOpen('palette')}>
          <SearchIcon />
          <span>{t('palette.open')}</span>
          <kbd>{t('palette.keys')}</kbd>
        </button>
        <div className={styles['end']}>
          <Appearance />
          <ActionIcon
            className={styles['keys'] ?? ''}
            variant="subtle"
            color="gray"
            c="var(--ink)"
            size="lg"
            aria-label={t('keys.title')}
            onClick={() => setOpen('keys')}
          >
            <KeyboardIcon />
          </ActionIcon>
          <Account />
        </div>
      </header>
      <div className={styles['nav']} data-open={menu}>
        <Navigation chosen={() => setMenu(false)} />
      </div>
      <main id="main" className={styles['main']} tabIndex={-1} ref={main}>
        <Outlet />
      </main>
      <Suspense>
        {open === 'palette' && <Palette close={close} />}
        {open === 'keys' && <KeysHelp close={close} />}
      </Suspense>
    </div>
  );
};

/** Who goes to another page by keyboard begins at its top; the first page leaves the focus where it is. */
const useFocusOnNewPage = () => {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    main.current?.focus();
  }, [pathname]);
  return main;
};
