import { Alert, Button } from '@mantine/core';
import { useWords } from '../i18n/i18n.js';
import { Paragraph } from './due.js';
import { AlertIcon } from './icons.js';
import { Problem } from './problem.js';

/** What went wrong in words, and a way to try again. */
export const ProblemView = ({ error, again }: Readonly<{ error: unknown; again?: () => void }>) => {
  const { t } = useWords();
  const { said, next } = useSaid(error);
  const paragraph = error instanceof Problem ? error.body.paragraph : null;
  return (
    <Alert color="red" variant="outline" icon={<AlertIcon />} title={t('problem.title')} role="alert">
      <p>
        {said} {paragraph && <Paragraph of={paragraph} />}
      </p>
      {next && <p>{t('problem.next', { next })}</p>}
      {again && (
        <Button mt="sm" size="xs" variant="default" onClick={again}>
          {t('problem.again')}
        </Button>
      )}
    </Alert>
  );
};

const useSaid = (error: unknown): Readonly<{ said: string; next: string | null }> => {
  const { t } = useWords();
  if (!(error instanceof Problem)) return { said: t('problem.unreadable'), next: null };
  const { code, status, message, body } = error;
  if (code === 'offline' || code === 'unreadable') return { said: t(`problem.${code}`), next: null };
  if (status === 404) return { said: t('problem.notFoundAbout'), next: null };
  if (status === 403) return { said: `${t('problem.forbidden')}. ${message}`, next: null };
  return { said: message, next: typeof body.next === 'string' ? body.next : null };
};
