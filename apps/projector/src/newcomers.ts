import type { Projection, ProjectionState } from '@app/read-models';

/**
 * Projections that read the log together: those that have begun, and, apart from them, those that have not (a new version,
 * a new projection). So what is up to date is not kept waiting while the log is read from its beginning.
 */
export const readTogether = (
  projections: readonly Projection[],
  states: readonly Pick<ProjectionState, 'name' | 'position'>[],
): readonly (readonly Projection[])[] => {
  const begun = new Set(states.flatMap(({ name, position }) => (position === null ? [] : [name])));
  const groups = [
    projections.filter(({ name }) => begun.has(name)),
    projections.filter(({ name }) => !begun.has(name)),
  ];
  return groups.filter((group) => group.length > 0);
};
