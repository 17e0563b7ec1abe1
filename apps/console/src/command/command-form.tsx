import { Button } from '@mantine/core';
import type { SubmitEvent } from 'react';
import { useWords } from '../i18n/i18n.js';
import type { Carried } from '../shared/carried.js';
import { Problem } from '../shared/problem.js';
import { ProblemView } from '../shared/problem-view.js';
import { useSigned } from '../shared/session.js';
import type { CommandAnswerDto } from '../shared/types.js';
import { DryRun } from './dry-run.js';
import { elsewhere } from './entering.js';
import { Fields } from './field.js';
import { FormContext } from './form-state.js';
import { Leaving } from './leaving.js';
import { Progress } from './progress.js';
import type { FormSchema } from './schema.js';
import { partOf, sectionsOf, standingIn } from './sections.js';
import type { Target } from './sending.js';
import { Stale } from './stale.js';
import { useCommand } from './use-command.js';
import styles from './command.module.css';

/** A form of more sections than this tells how far it is filled in. */
const shortForm = 3;

type Given = Readonly<{
  schema: FormSchema;
  target: Target;
  /** Somebody wrote first, and the form goes on from there. */
  goOn: (revision: number) => void;
  cancel: () => void;
  done: (answer: CommandAnswerDto, carried: Carried) => void;
}>;

/** A command as a form of its schema: tried while it is filled in, then sent. */
export const CommandForm = ({ schema, target, goOn, cancel, done }: Given) => {
  const { session } = useSigned();
  const command = useCommand(schema, target, done);
  const { draft, form, set, wrong, send, trial } = command;
  const sections = sectionsOf(form);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    command.submit();
  };
  return (
    <FormContext value={{ draft, set, wrongAt: (path) => wrong.get(path), zone: session.zone }}>
      <Leaving holds={command.holds} />
      <div className={styles['columns']}>
        <form ref={command.element} noValidate onSubmit={submit} className={styles['form']} aria-labelledby="command">
          {sections.map((section, index) => (
            <section key={section.names[0]} id={`section-${index}`} className={`card card-body ${styles['section']}`}>
              <Fields schema={partOf(form, section)} path={[]} value={draft} />
            </section>
          ))}
          <Wrong form={form} wrong={wrong} />
          <Failed problem={send.error} goOn={(revision) => (send.reset(), goOn(revision))} />
          <Bar title={schema.title} cancel={cancel} sends={send.isPending} late={command.late} />
        </form>
        <aside className={styles['aside']}>
          {sections.length > shortForm && <Progress sections={sections} standingOf={standingIn(command)} />}
          <DryRun tried={trial.tried} problem={trial.problem} busy={trial.isFetching} />
        </aside>
      </div>
    </FormContext>
  );
};

type BarGiven = Readonly<{ title: string | undefined; cancel: () => void; sends: boolean; late: boolean }>;

const Bar = ({ title, cancel, sends, late }: BarGiven) => {
  const { t } = useWords();
  return (
    <div className={styles['bar']}>
      <Button type="submit" size="md" loading={sends}>
        {title}
      </Button>
      <Button variant="default" size="md" onClick={cancel}>
        {t('form.cancel')}
      </Button>
      <p role="status" className="quiet small">
        {t(late ? 'form.late' : 'form.kept')}
      </p>
    </div>
  );
};

/** How many fields are wrong; what is said of fields that the form does not show stands here. */
const Wrong = ({ form, wrong }: Readonly<{ form: FormSchema; wrong: ReadonlyMap<string, string> }>) => {
  const { t } = useWords();
  if (wrong.size === 0) return null;
  return (
    <div className={styles['wrong']} role="alert">
      {t('form.faults', { count: wrong.size })}
      {elsewhere(form, wrong).map((said) => (
        <p key={said}>{said}</p>
      ))}
    </div>
  );
};

const Failed = ({ problem, goOn }: Readonly<{ problem: unknown; goOn: (revision: number) => void }>) => {
  const { t } = useWords();
  if (problem === null || (problem instanceof Problem && problem.body.errors)) return null;
  if (problem instanceof Problem && problem.status === 412) return <Stale problem={problem} goOn={goOn} />;
  return (
    <div>
      <ProblemView error={problem} />
      <p className="small">{t('form.stays')}</p>
    </div>
  );
};
