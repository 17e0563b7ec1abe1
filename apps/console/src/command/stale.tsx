import { Alert, Button } from '@mantine/core';
import { moment } from '../i18n/dates.js';
import { useWords } from '../i18n/i18n.js';
import { useCatalogue } from '../shared/catalogue.js';
import { AlertIcon } from '../shared/icons.js';
import type { Problem } from '../shared/problem.js';
import { useSigned } from '../shared/session.js';

type Given = Readonly<{ problem: Problem; goOn: (revision: number) => void }>;

/** Somebody wrote first: who recorded what since, while the form stays as it was. */
export const Stale = ({ problem: { body }, goOn }: Given) => {
  const { t, language } = useWords();
  const { eventOf } = useCatalogue();
  const { session } = useSigned();
  return (
    <Alert color="orange" variant="outline" icon={<AlertIcon />} title={t('form.stale')} role="alert">
      <ul>
        {(body.since ?? []).map(({ revision, type, recordedAt, actor }) => (
          <li key={revision}>
            {t('form.staleEntry', {
              who: actor,
              what: eventOf(type),
              when: moment(recordedAt, session.zone, language, session.today),
            })}
          </li>
        ))}
      </ul>
      <p>{t('form.staleAbout')}</p>
      <Button mt="sm" size="xs" onClick={() => goOn(body.revision ?? 0)}>
        {t('form.goOn')}
      </Button>
    </Alert>
  );
};
