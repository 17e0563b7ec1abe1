import { useQuery } from '@tanstack/react-query';
import { useWords } from '../i18n/i18n.js';
import { useSigned } from './session.js';
import type { CatalogueDto } from './types.js';

/** The lists of words that the console shows, by their names in the contract. */
const lists = {
  channel: 'channels',
  debtor: 'debtors',
  form: 'forms',
  paper: 'documentTypes',
  route: 'routes',
  stage: 'caseStages',
  status: 'caseStatuses',
} as const;

/** What the API calls its words and duties, in the language that is spoken; a code that it does not name stands for itself. */
export const useCatalogue = () => {
  const { api } = useSigned();
  const { language } = useWords();
  const { data } = useQuery({
    queryKey: ['catalogue', language],
    queryFn: ({ signal }) => api.get<CatalogueDto>('/api/v1/catalogue', {}, signal),
    staleTime: Infinity,
  });
  const choicesOf = (list: keyof typeof lists) => data?.choices.find(({ name }) => name === lists[list])?.words ?? [];
  const titleOf = (list: keyof typeof lists, code: string): string => {
    if (data === undefined) return '';
    return choicesOf(list).find(({ word }) => word === code)?.title ?? code;
  };
  /** The words of a list, in their order. */
  const wordsOf = (list: keyof typeof lists): readonly string[] => choicesOf(list).map(({ word }) => word);
  /** What is to be done under a rule; `otherwise` is told where each instance has words of its own, as instalments have. */
  const dutyOf = ({
    rule,
    instance,
    duty,
  }: Readonly<{ rule: string; instance: number | null; duty: string }>): string =>
    (instance === null ? data?.duties.find((one) => one.rule === rule)?.duty : undefined) ?? duty;
  const eventOf = (type: string): string => data?.events.find(({ word }) => word === type)?.title ?? type;
  return { titleOf, wordsOf, dutyOf, eventOf };
};
