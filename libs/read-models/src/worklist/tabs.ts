import { obliged, openStages, type CaseTab, type Obliged } from '@app/domain';
import type { Filter } from 'mongodb';
import { utc } from '../instants.js';
import type { WorklistDocument } from './worklist.projection.js';

/** Who looks, and until when what is due is due soon (ISO 8601). */
export type TabView = Readonly<{ soonUntil: string; caller: string }>;

type Row = WorklistDocument & Readonly<{ _id: string }>;

/** Which rows stand in a tab. */
export const inTab = (tab: CaseTab, { now, soonUntil, caller }: TabView & Readonly<{ now: string }>): Filter<Row> => {
  switch (tab) {
    case 'OPEN':
      return isOpen;
    case 'OVERDUE':
      return { dueOrder: { $lt: utc(now) } };
    case 'DUE_SOON':
      return { dueOrder: { $gte: utc(now), $lt: utc(soonUntil) } };
    case 'MINE':
      return { 'row.assignee': caller, ...isOpen };
    case 'WAITING':
      return { ...isOpen, 'row.nextDue.debtor': { $in: others } };
    default:
      return { 'row.stage': 'CLOSED' };
  }
};

const isOpen: Filter<Row> = { 'row.stage': { $in: [...openStages] } };

/** The provider's, alone or with the recipient. */
const ofProvider: ReadonlySet<Obliged> = new Set(['PROVIDER', 'PROVIDER_AND_RECIPIENT']);
const others = obliged.filter((debtor) => !ofProvider.has(debtor));

/** The declared index that a tab is counted by, where nothing else narrows better. */
export const indexOfTab = (tab: CaseTab, officeId: string | undefined): { [field: string]: 1 } => {
  if (tab === 'MINE') return { 'row.assignee': 1, 'row.stage': 1 };
  const ofOffice: { [field: string]: 1 } = officeId === undefined ? {} : { officeId: 1 };
  return tab === 'OVERDUE' || tab === 'DUE_SOON'
    ? { ...ofOffice, dueOrder: 1 }
    : { ...ofOffice, 'row.stage': 1, 'row.nextDue.debtor': 1 };
};
