/** One thing that a process needs: `check` fails where it is not there. */
export type HealthCheck = Readonly<{ name: string; check: () => Promise<unknown> }>;

export type HealthReport = Readonly<{
  status: 'up' | 'down';
  checks: readonly Readonly<{ name: string; status: 'up' | 'down' }>[];
}>;

const defaultLimitMs = 2_000;

/** Asks everything at the same time; what does not answer within the limit is down. Never throws. */
export const checkHealth = async (checks: readonly HealthCheck[], limitMs = defaultLimitMs): Promise<HealthReport> => {
  const results = await Promise.all(
    checks.map(async ({ name, check }) => ({ name, status: (await answers(check, limitMs)) ? 'up' : 'down' }) as const),
  );
  return { status: results.every(({ status }) => status === 'up') ? 'up' : 'down', checks: results };
};

const answers = async (check: () => Promise<unknown>, limitMs: number): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), limitMs);
  });
  try {
    const inTime = Promise.resolve()
      .then(check)
      .then(() => true);
    return await Promise.race([inTime, tooLate]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
};
