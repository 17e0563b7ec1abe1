import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Problem } from '../shared/problem.js';
import { useSigned } from '../shared/session.js';
import type { CommandAnswerDto } from '../shared/types.js';

/** Where a command goes, and the revision that whoever fills it in has seen. */
export type Target = Readonly<{ address: string; revision: number | null }>;

/** How long a page may be behind without saying so. */
const patienceMs = 1_000;

/** Sends a command once, however often it is tried; done when the pages that are read next include it. */
export const useSending = ({ address, revision }: Target, done: (answer: CommandAnswerDto) => void) => {
  const { api } = useSigned();
  const queries = useQueryClient();
  // one key for all of the life of the form: what an answer that was lost has carried out is not done again
  const [key] = useState(() => crypto.randomUUID());
  const [recorded, setRecorded] = useState(false);
  const send = useMutation({
    mutationFn: async (body: object) => {
      const answer = await api.command<CommandAnswerDto>(address, body, key, revision ?? undefined);
      setRecorded(true);
      await caughtUp(() => api.get(pageOf(answer)));
      return answer;
    },
    onSuccess: async (answer) => {
      await queries.invalidateQueries({ predicate: ({ queryKey: [first] }) => first !== 'session' });
      done(answer);
    },
  });
  const late = useLate(recorded);
  return { send, late };
};

const pageOf = ({ caseId, complaintId }: CommandAnswerDto): string =>
  caseId === undefined ? `/api/v1/complaints/${complaintId}` : `/api/v1/cases/${caseId}`;

/** Waits until the answer includes what was written. It is recorded whatever is answered: the next page says what is wrong. */
const caughtUp = async (ask: () => Promise<unknown>): Promise<void> => {
  try {
    await ask();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
};

const useLate = (waits: boolean): boolean => {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, [waits]);
  return late;
};
