import type { Recorded } from '@app/event-store';

/** Somebody who entered something, and which types of events. */
export type TrailActor = Readonly<{
  actor: string;
  onCase: readonly string[];
  onComplaint: readonly string[];
  onBoth: boolean;
}>;

/** Who entered what in a case and in a complaint about it; who acted on both first, then by name. */
export const actorsOf = (onCase: readonly Recorded[], onComplaint: readonly Recorded[]): readonly TrailActor[] => {
  const names = new Set([...onCase, ...onComplaint].map(({ metadata }) => metadata.actor));
  const actors = [...names].toSorted().map((actor) => {
    const [there, here] = [typesBy(actor, onCase), typesBy(actor, onComplaint)];
    return { actor, onCase: there, onComplaint: here, onBoth: there.length > 0 && here.length > 0 };
  });
  return actors.toSorted((one, other) => Number(other.onBoth) - Number(one.onBoth));
};

const typesBy = (actor: string, events: readonly Recorded[]): readonly string[] => [
  ...new Set(events.filter(({ metadata }) => metadata.actor === actor).map(({ type }) => type)),
];
