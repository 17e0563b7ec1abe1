import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useWords } from '../i18n/i18n.js';
import { useCatalogue } from '../shared/catalogue.js';
import { useAsk } from '../shared/ask.js';
import { SearchIcon } from '../shared/icons.js';
import { officeName } from '../shared/office.js';
import { useSigned } from '../shared/session.js';
import type { OfficeDto } from '../shared/types.js';
import type { WorklistSearch } from '../shared/worklist-search.js';
import type { Change } from './change.js';
import styles from './worklist.module.css';

type Given = Readonly<{ search: WorklistSearch; q: string; change: Change }>;

/** What narrows the list. */
export const Filters = ({ search, q, change }: Given) => {
  const { t } = useWords();
  const { titleOf } = useCatalogue();
  const { session, may } = useSigned();
  const routes = ['COMMUNAL', 'COMMUNAL_ENTITY', 'REPUBLICAN_ENTITY'];
  return (
    <div className={styles['filters']} role="search">
      <Search q={q} change={change} />
      <NativeSelect
        className={styles['choice'] ?? ''}
        aria-label={t('worklist.route')}
        value={search.route ?? ''}
        onChange={({ currentTarget }) => change({ route: currentTarget.value })}
        data={[
          { value: '', label: t('worklist.everyRoute') },
          ...routes.map((route) => ({ value: route, label: titleOf('route', route) })),
        ]}
      />
      {!session.officeBound && <OfficeFilter search={search} change={change} />}
      <Checkbox
        label={t('worklist.overdue')}
        checked={search.overdue === 'true'}
        onChange={({ currentTarget }) => change({ overdue: currentTarget.checked ? 'true' : undefined })}
      />
      {may('compliance:review') && (
        <Checkbox
          label={t('worklist.mine')}
          checked={search.mine === 'true'}
          onChange={({ currentTarget }) => change({ mine: currentTarget.checked ? 'true' : undefined })}
        />
      )}
    </div>
  );
};

/** Looks while somebody types, once they pause. */
const Search = ({ q, change }: Pick<Given, 'q' | 'change'>) => {
  const { t } = useWords();
  const [text, setText] = useState(q);
  useEffect(() => setText(q), [q]);
  const look = useDebouncedCallback((sought: string) => change({ q: sought.trim() }), 350);
  return (
    <TextInput
      type="search"
      className={styles['search'] ?? ''}
      aria-label={t('worklist.search')}
      placeholder={t('worklist.search')}
      title={t('worklist.searchHint')}
      leftSection={<SearchIcon width="18" height="18" />}
      value={text}
      autoComplete="off"
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        look(currentTarget.value);
      }}
    />
  );
};

const OfficeFilter = ({ search, change }: Pick<Given, 'search' | 'change'>) => {
  const { t, language } = useWords();
  const { data } = useAsk<Readonly<{ items: readonly OfficeDto[] }>>('/api/v1/offices');
  return (
    <NativeSelect
      className={styles['choice'] ?? ''}
      aria-label={t('worklist.office')}
      value={search.officeId ?? ''}
      onChange={({ currentTarget }) => change({ officeId: currentTarget.value })}
      data={[
        { value: '', label: t('worklist.everyOffice') },
        ...(data?.items ?? []).map((office) => ({ value: office.officeId, label: officeName(office, language) })),
      ]}
    />
  );
};
