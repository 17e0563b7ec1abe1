import { randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import type { Answer, System } from '../support/system.js';
import { communalWalk, oneByOne, sendStep, type WalkStep } from '../support/walk.js';

/** What the api acknowledged: its event ids, by case. */
export type Acknowledged = Map<string, string[]>;

/**
 * Walks cases to their end, one after another, until told to stop; a request without an answer is repeated with its key, as a
 * client should. The case in hand is finished. Throws where the api answers anything but a success or a passing trouble.
 */
export const walkCases = async (system: System, acknowledged: Acknowledged, stop: AbortSignal): Promise<void> => {
  while (!stop.aborted) {
    let caseId: string | null = null;
    for (const step of oneByOne(communalWalk(randomUUID()))) {
      const { body } = await untilAnswered(system, caseId, step);
      caseId = String(body.caseId);
      const ids = body.events.map(({ eventId }: { eventId: string }) => eventId);
      acknowledged.set(caseId, [...(acknowledged.get(caseId) ?? []), ...ids]);
    }
  }
};

const untilAnswered = async (system: System, caseId: string | null, step: WalkStep): Promise<Answer> => {
  const key = randomUUID();
  for (;;) {
    const answer = await sendStep(system, caseId, step, key).catch(() => null);
    if (answer && answer.status < 300) return answer;
    if (answer && answer.status !== 503 && answer.status !== 429) {
      throw new Error(`${step.path || '/cases'} answered ${answer.status}: ${answer.text}`);
    }
    await after(50);
  }
};
