import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useWords } from '../i18n/i18n.js';
import type { Parameters } from './api.js';
import { Problem } from './problem.js';
import { useSigned } from './session.js';

/** Asks the API, in the language that is spoken; what was shown stays until the answer is there. */
export const useAsk = <T>(path: string, parameters: Parameters = {}, enabled = true) => {
  const { api } = useSigned();
  const { language } = useWords();
  return useQuery({
    queryKey: [path, parameters, language],
    queryFn: ({ signal }) => api.get<T>(path, parameters, signal),
    placeholderData: keepPreviousData,
    enabled,
  });
};

/** What may pass is tried again by itself, a few times; all else is told at once. */
export const triesAgain = (failures: number, error: unknown): boolean =>
  error instanceof Problem && error.mayPass && failures < 3;
