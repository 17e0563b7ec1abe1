import type { CaseHistory } from '@app/application';
import type { DiffQuery, PointDto, StateQuery } from '@app/contracts';
import type { HistoryPoint } from '@app/domain';
import { fieldInvalid } from '@app/platform';

/** The point that a query names; what the log holds now where it names none. Throws a problem 422. */
export const pointIn = (query: StateQuery, history: CaseHistory, now: string): HistoryPoint => {
  const { revision, recordedAt, effectiveAt, knownAt } = query;
  const given = Object.entries({ revision, recordedAt, effectiveAt }).filter(([, value]) => isGiven(value));
  const [, second] = given;
  if (second) throw fieldInvalid(second[0], 'name one point: a revision, recordedAt, or effectiveAt with knownAt');
  if (isGiven(knownAt) && !isGiven(effectiveAt)) throw fieldInvalid('knownAt', 'goes with effectiveAt');
  if (isGiven(revision)) return { kind: 'REVISION', revision: existing('revision', revision, history) };
  if (isGiven(effectiveAt)) return { kind: 'EFFECTIVE', effectiveAt, knownAt: knownAt ?? now };
  return { kind: 'RECORDED', at: recordedAt ?? now };
};

/** The two revisions that a query names; -1 before the first event. Throws a problem 422. */
export const revisionsIn = ({ from, to }: DiffQuery, history: CaseHistory): Readonly<{ from: number; to: number }> => {
  const revisions = {
    from: isGiven(from) ? existing('from', from, history) : -1,
    to: isGiven(to) ? existing('to', to, history) : lastOf(history),
  };
  if (revisions.from > revisions.to) throw fieldInvalid('from', 'must not be after to');
  return revisions;
};

/** A point as it is told. */
export const pointAnswer = (point: HistoryPoint): PointDto => ({
  kind: point.kind,
  revision: point.kind === 'REVISION' ? point.revision : null,
  recordedAt: point.kind === 'RECORDED' ? point.at : null,
  effectiveAt: point.kind === 'EFFECTIVE' ? point.effectiveAt : null,
  knownAt: point.kind === 'EFFECTIVE' ? point.knownAt : null,
});

const existing = (path: string, revision: number, history: CaseHistory): number => {
  const last = lastOf(history);
  if (revision > last) throw fieldInvalid(path, `the last revision of this case is ${last}`);
  return revision;
};

const lastOf = ({ stored }: CaseHistory): number => stored.at(-1)?.revision ?? -1;

const isGiven = <T>(value: T | null | undefined): value is T => value !== undefined && value !== null;
