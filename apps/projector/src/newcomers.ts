import { foldOf, isView, type Projection, type ProjectionState, type View } from '@app/read-models';

/** What reads the log together, and what is first to be shown of documents that are there already. */
export type Reading = Readonly<{ groups: readonly (readonly Projection[])[]; toFill: readonly View[] }>;

/**
 * Projections that read the log together: those that have begun, and, apart from them, those that have not (a new version,
 * a new projection). So what is up to date is not kept waiting while the log is read from its beginning. A new view of documents
 * that are there reads no log: it is filled from them.
 */
export const readTogether = (
  projections: readonly Projection[],
  states: readonly Pick<ProjectionState, 'name' | 'position'>[],
): Reading => {
  const begun = new Set(states.flatMap(({ name, position }) => (position === null ? [] : [name])));
  const toFill = projections.filter(isView).filter((view) => !begun.has(view.name) && begun.has(foldOf(view).name));
  const reading = projections.filter((one) => !toFill.some(({ name }) => name === one.name));
  const groups = [reading.filter(({ name }) => begun.has(name)), reading.filter(({ name }) => !begun.has(name))];
  return { groups: groups.filter((group) => group.length > 0), toFill };
};
