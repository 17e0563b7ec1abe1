import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState, type KeyboardEvent } from 'react';
import { useWords } from '../i18n/i18n.js';
import { useCatalogue } from '../shared/catalogue.js';
import { useAsk } from '../shared/ask.js';
import { Dialog } from '../shared/dialog.js';
import { SearchIcon } from '../shared/icons.js';
import { useSigned } from '../shared/session.js';
import type { CasePageDto } from '../shared/types.js';
import styles from './palette.module.css';
import { useScreens } from './screens.js';

type Entry = Readonly<{ id: string; name: string; about: string; go: () => void }>;

/** Finds a screen or a case by what is typed: arrows choose, Enter goes there. */
export const Palette = ({ close }: Readonly<{ close: () => void }>) => {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const entries = useEntries(text.trim());
  const at = Math.min(chosen, entries.length - 1);
  const go = (entry: Entry | undefined): void => {
    if (entry === undefined) return;
    close();
    entry.go();
  };
  const onKey = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (event.key === 'Enter') go(entries[at]);
    if (step === undefined) return;
    event.preventDefault();
    setChosen((at + step + entries.length) % Math.max(1, entries.length));
  };
  return (
    <Dialog bare name={t('palette.open')} close={close}>
      <TextInput
        data-autofocus
        variant="unstyled"
        size="lg"
        px="md"
        leftSection={<SearchIcon />}
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.placeholder')}
        role="combobox"
        aria-expanded
        aria-controls="palette"
        aria-activedescendant={entries[at] ? `palette-${entries[at].id}` : undefined}
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKey}
      />
      <div id="palette" role="listbox" aria-label={t('palette.open')} className={styles['list']}>
        {entries.map((entry, index) => (
          <div
            key={entry.id}
            id={`palette-${entry.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={styles['entry']}
            onClick={() => go(entry)}
            onKeyDown={onKey}
          >
            <strong>{entry.name}</strong>
            <span className="quiet small">{entry.about}</span>
          </div>
        ))}
      </div>
      {entries.length === 0 && <p className={`quiet ${styles['nothing']}`}>{t('palette.nothing')}</p>}
    </Dialog>
  );
};

const useEntries = (text: string): readonly Entry[] => {
  const { t } = useWords();
  const { titleOf } = useCatalogue();
  const navigate = useNavigate();
  const { may } = useSigned();
  const [asked] = useDebouncedValue(text, 250);
  const seeks = may('case:read') && asked.length > 1;
  const cases = useAsk<CasePageDto>('/api/v1/cases', { q: asked, limit: 6 }, seeks);
  const screens = useScreens()
    .filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()))
    .map(({ to, name, group, search }) => ({
      id: `screen-${to.slice(1)}`,
      name,
      about: group,
      go: () => void navigate({ to, search: search() }),
    }));
  const found = seeks && asked === text ? (cases.data?.items ?? []) : [];
  const search = {
    id: 'search',
    name: t('palette.find', { text }),
    about: t('nav.worklist'),
    go: () => void navigate({ to: '/cases', search: {}, state: { q: text } }),
  };
  return [
    ...screens,
    ...found.map(({ caseId, applicantName, status, registrationNumber }) => ({
      id: caseId,
      name: applicantName,
      about: [registrationNumber, titleOf('status', status)].filter(Boolean).join(' · '),
      go: () => void navigate({ to: '/cases/$caseId', params: { caseId } }),
    })),
    ...(may('case:read') && text.length > 1 ? [search] : []),
  ];
};
