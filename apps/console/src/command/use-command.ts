import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { dutyKey, type Carried } from '../shared/carried.js';
import { Problem } from '../shared/problem.js';
import type { CommandAnswerDto } from '../shared/types.js';
import { useDryRun } from './dry-run.js';
import { useEntering, useWrong } from './entering.js';
import type { FormSchema } from './schema.js';
import { useSending, type Target } from './sending.js';

/** Who types is not asked about every letter. */
const restMs = 500;

type Done = (answer: CommandAnswerDto, carried: Carried) => void;

/** A command that is entered, tried while it is, and sent. */
export const useCommand = (schema: FormSchema, target: Target, done: Done) => {
  const entering = useEntering(schema);
  const { body, faults } = entering;
  const [asked, setAsked] = useState(0);
  const left = useRef(false);
  const text = JSON.stringify(body);
  const [rested] = useDebouncedValue(text, restMs);
  const complete = faults.size === 0;
  const isTried = complete && rested === text;
  const trial = useDryRun(target, rested, isTried);
  const { send, late } = useSending(target, (answer) => {
    left.current = true;
    const moved = trial.tried?.duties.map(dutyKey) ?? [];
    done(answer, { revision: target.revision ?? -1, events: answer.events.map(({ type }) => type), duties: moved });
  });
  // what was said of another body is over
  const refused = JSON.stringify(send.variables) === text && send.error instanceof Problem ? send.error : null;
  const wrong = useWrong(entering, { faults: asked > 0, problem: refused ?? (isTried ? trial.problem : null) });
  const submit = (): void => {
    setAsked(asked + 1);
    // what is valid by its schema is an object
    if (complete && !send.isPending) send.mutate(body as object);
  };
  return {
    ...entering,
    wrong,
    submit,
    send,
    late,
    trial: { ...trial, tried: isTried ? trial.tried : undefined, problem: isTried ? trial.problem : null },
    element: useFirstFault(asked, send.error),
    holds: () => entering.touched && !left.current,
  };
};

/** The focus goes to the first field that is wrong, each time that the form is sent in vain. */
const useFirstFault = (times: number, answer: unknown): RefObject<HTMLFormElement | null> => {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (times > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]')?.focus();
  }, [form, times, answer]);
  return form;
};
