import { Skeleton } from '@mantine/core';
import { useQuery, keepPreviousData } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../i18n/i18n.js';
import { Answered } from '../shared/answered.js';
import { useAsk } from '../shared/ask.js';
import type { Carried } from '../shared/carried.js';
import { Paragraph } from '../shared/due.js';
import { useSigned } from '../shared/session.js';
import { useTitle } from '../shared/title.js';
import type { CaseActionsDto } from '../shared/types.js';
import { CommandForm } from './command-form.js';
import type { FormSchema } from './schema.js';
import type { Target } from './sending.js';
import styles from './command.module.css';

type ActionDto = CaseActionsDto['actions'][number];

/** One command to one case, at an address of its own. */
export const CaseCommand = () => {
  const { t } = useWords();
  const { caseId, command } = useParams({ from: '/cases/$caseId/do/$command' });
  const found = useAsk<CaseActionsDto>(`/api/v1/cases/${caseId}/actions`);
  const mine = found.data?.caseId === caseId ? found : { ...found, data: undefined };
  return (
    <Answered found={mine} waiting={<Waiting />}>
      {({ actions, revision }) => {
        const action = actions.find((one) => one.command === command);
        if (action === undefined) return <p>{t('problem.notFound')}</p>;
        return <OneAction key={`${caseId} ${command}`} action={action} seen={revision} caseId={caseId} />;
      }}
    </Answered>
  );
};

type Given = Readonly<{ action: ActionDto; seen: number; caseId: string }>;

const OneAction = ({ action, seen, caseId }: Given) => {
  // a form that was opened stays, whatever is recorded meanwhile: its dry run and the answer to it say so
  const [opened] = useState(action.allowed);
  const [revision, setRevision] = useState(seen);
  const navigate = useNavigate();
  const back = (carried?: Carried): void =>
    void navigate({ to: '/cases/$caseId', params: { caseId }, ...(carried && { state: { carried } }) });
  const target = { address: `/api/v1/cases/${caseId}/${action.path}`, revision };
  return (
    <article className={styles['page']}>
      <Head title={action.title} caseId={caseId} />
      {opened ? (
        <Form
          schemaAt={action.schema}
          target={target}
          goOn={setRevision}
          cancel={() => back()}
          done={(_, carried) => back(carried)}
        />
      ) : (
        <Barred action={action} />
      )}
    </article>
  );
};

/** A new case, by the same form as everything else. */
export const NewApplication = () => {
  const { t } = useWords();
  const navigate = useNavigate();
  return (
    <article className={styles['page']}>
      <Head title={t('nav.newApplication')} />
      <Form
        schemaAt="/api/v1/schemas/SubmitApplication"
        target={{ address: '/api/v1/cases', revision: null }}
        goOn={() => undefined}
        cancel={() => void navigate({ to: '/cases', search: {} })}
        done={({ caseId = '' }, carried) =>
          void navigate({ to: '/cases/$caseId', params: { caseId }, state: { carried } })
        }
      />
    </article>
  );
};

const Head = ({ title, caseId }: Readonly<{ title: string; caseId?: string }>) => {
  const { t } = useWords();
  useTitle(title);
  return (
    <header>
      {caseId !== undefined && (
        <Link to="/cases/$caseId" params={{ caseId }} className="small">
          {t('form.backToCase')}
        </Link>
      )}
      <h1 id="command" className="page-title">
        {title}
      </h1>
    </header>
  );
};

const Barred = ({ action: { refusal } }: Readonly<{ action: ActionDto }>) => {
  const { t } = useWords();
  return (
    <section className={`card card-body ${styles['stack']}`}>
      <p>
        <strong>{refusal?.message ?? t('form.othersDo')}</strong>{' '}
        {refusal?.paragraph && <Paragraph of={refusal.paragraph} />}
      </p>
      {refusal && <p>{t('problem.next', { next: refusal.next })}</p>}
    </section>
  );
};

type FormGiven = Omit<Parameters<typeof CommandForm>[0], 'schema'> & Readonly<{ schemaAt: string; target: Target }>;

const Form = ({ schemaAt, ...given }: FormGiven) => {
  const { api } = useSigned();
  const { language } = useWords();
  const found = useQuery({
    queryKey: ['form', schemaAt, given.target.revision, language],
    queryFn: ({ signal }) => api.get<FormSchema>(schemaAt, {}, signal),
    // choices may name persons, and each look at them is put on record: it is asked once
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    placeholderData: keepPreviousData,
  });
  return (
    <Answered found={found} waiting={<Waiting />}>
      {(schema) => <CommandForm schema={schema} {...given} />}
    </Answered>
  );
};

const Waiting = () => {
  const { t } = useWords();
  return <Skeleton height={320} aria-label={t('case.loading')} />;
};
