import type { CaseDiffDto, RawEventDto } from '@app/contracts';

/** One event of a history, and what it changed. */
export type Step = Readonly<{
  revision: number;
  position: number;
  type: string;
  recordedAt: string;
  effectiveAt: string;
  actor: string;
  onBehalfOf: string | null;
  office: string | null;
  /** In words; null where this version cannot read the event. */
  what: string | null;
  changes: CaseDiffDto['changes'];
  duties: CaseDiffDto['duties'];
}>;

/** A step from an event and what is different after it. */
export const stepOf = (event: RawEventDto, { changes, duties }: Pick<CaseDiffDto, 'changes' | 'duties'>): Step => {
  const { revision, position, type, what } = event;
  const { recordedAt, effectiveAt, actor, onBehalfOf, office } = event.metadata;
  return { revision, position, type, recordedAt, effectiveAt, actor, onBehalfOf, office, what, changes, duties };
};

/** A step for people: a line for what happened, one for who and when, then what changed. */
export const stepInWords = (step: Step): string =>
  [
    `#${step.revision} ${step.what ?? `${step.type} (this version cannot read it)`}`,
    `    ${step.type} by ${whoOf(step)}`,
    `    recorded ${step.recordedAt}, effective ${step.effectiveAt}`,
    ...step.changes.map(({ label, from, to }) => `    ${label}: ${from ?? 'nothing'} -> ${to ?? 'nothing'}`),
    ...step.duties.map(({ inWords }) => `    Duty ${inWords}`),
  ].join('\n');

const whoOf = ({ actor, onBehalfOf, office }: Step): string =>
  [actor, onBehalfOf && `on behalf of ${onBehalfOf}`, office && `(${office})`].filter(Boolean).join(' ');
