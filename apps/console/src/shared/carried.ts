/** What was just recorded in a case, for the page that is shown next: what stands there since `revision` is marked. */
export type Carried = Readonly<{
  /** The last revision before. */
  revision: number;
  /** The types of the events. */
  events: readonly string[];
  /** The duties that moved: rule and instance. */
  duties: readonly string[];
}>;

export const dutyKey = ({ rule, instance }: Readonly<{ rule: string; instance: number | null }>): string =>
  `${rule} ${instance ?? ''}`;
