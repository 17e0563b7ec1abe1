/** Waits for all, also where one fails, and then throws the first failure: nothing goes on behind the back of who tries again. */
export const allOf = async (doing: readonly Promise<void>[]): Promise<void> => {
  for (const outcome of await Promise.allSettled(doing)) if (outcome.status === 'rejected') throw outcome.reason;
};
