/**
 * Joins calls into one: while a load runs, everything asked for is gathered, and goes together in the next one. A failed
 * load fails those who waited for it and nobody else.
 */
export const gathered = <V>(
  load: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>,
): ((keys: readonly string[]) => Promise<ReadonlyMap<string, V>>) => {
  let running: Promise<unknown> = Promise.resolve();
  let next: Readonly<{ keys: Set<string>; answer: Promise<ReadonlyMap<string, V>> }> | null = null;

  const begin = (): NonNullable<typeof next> => {
    const keys = new Set<string>();
    const answer = running.then(() => {
      next = null;
      return load([...keys]);
    });
    // The next load begins all the same; those who waited for this one have its failure in `answer`
    running = answer.catch(() => undefined);
    return { keys, answer };
  };

  return (keys) => {
    next ??= begin();
    for (const key of keys) next.keys.add(key);
    return next.answer;
  };
};
