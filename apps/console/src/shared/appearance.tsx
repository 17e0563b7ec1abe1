import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useWords, speak } from '../i18n/i18n.js';
import { languageNames, languages } from '../i18n/languages.js';
import styles from './appearance.module.css';
import { MoonIcon, SunIcon } from './icons.js';
import { habits } from './storage.js';

/** Language and colours, kept for the next time. */
export const Appearance = () => (
  <>
    <LanguageSwitch />
    <ColourSwitch />
  </>
);

const LanguageSwitch = () => {
  const { t, language } = useWords();
  return (
    <div className={styles['languages']} role="group" aria-label={t('language.choose')}>
      {languages.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={one === language}
          title={languageNames[one].whole}
          onClick={() => {
            habits.write('language', one);
            void speak(one);
          }}
        >
          {languageNames[one].short}
        </button>
      ))}
    </div>
  );
};

const ColourSwitch = () => {
  const { t } = useWords();
  const { setColorScheme } = useMantineColorScheme();
  const shown = useComputedColorScheme('light');
  const other = shown === 'light' ? 'dark' : 'light';
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      c="var(--ink)"
      size="lg"
      aria-label={t(`colours.${other}`)}
      onClick={() => setColorScheme(other)}
    >
      {shown === 'light' ? <MoonIcon /> : <SunIcon />}
    </ActionIcon>
  );
};
