import { Refusal } from '../../refusal.js';

/** The refusal that something throws; null where it throws none. */
export const refusalOf = (ask: () => unknown): Refusal | null => {
  try {
    ask();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
};
