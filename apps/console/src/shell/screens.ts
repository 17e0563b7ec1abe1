import { useWords } from '../i18n/i18n.js';
import { ListIcon, PaperIcon } from '../shared/icons.js';
import { useSigned } from '../shared/session.js';
import { keptFilters } from '../shared/worklist-search.js';

/** The screens that the role may see, in the order of the navigation. */
export const useScreens = () => {
  const { t } = useWords();
  const { may } = useSigned();
  const all = [
    {
      group: t('nav.casework'),
      name: t('nav.worklist'),
      to: '/cases',
      search: keptFilters,
      icon: ListIcon,
      permission: 'case:read',
    },
    {
      group: t('nav.casework'),
      name: t('nav.newApplication'),
      to: '/applications/new',
      search: () => ({}),
      icon: PaperIcon,
      permission: 'application:submit',
    },
  ] as const;
  return all.filter(({ permission }) => may(permission));
};
