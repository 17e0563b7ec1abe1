import { forecastGroups, type ForecastGroup } from '@app/domain';
import type { Alike } from '../deadline-board/track-record.js';

/** What the duties of a group have in common. */
export const inCommon: Readonly<Record<ForecastGroup, readonly (keyof Alike)[]>> = {
  RULE_OFFICE_ROUTE_FORM: ['rule', 'officeId', 'route', 'form'],
  RULE_OFFICE_ROUTE: ['rule', 'officeId', 'route'],
  RULE_OFFICE: ['rule', 'officeId'],
  RULE_ROUTE: ['rule', 'route'],
  RULE: ['rule'],
};

/** How many duties have the same `record`. */
export type RecordCount = Readonly<{ record: string; count: number }>;

/** Of one group: how many were kept, by the days of their term used up when they were done; done late; overdue and still owed; fallen away. */
export type Past = { kept: number[]; doneLate: number; overdue: number; fallenAway: number };

/** The past of every group. */
export type PastDuties = ReadonlyMap<string, Past>;

/** Adds up what ended, and what is owed past its day, by group. */
export const gatherPast = (ended: readonly RecordCount[], overdue: readonly RecordCount[]): PastDuties => {
  const past = new Map<string, Past>();
  for (const one of ended) for (const group of pastsOf(past, one.record)) addEnded(group, one);
  for (const { record, count } of overdue) for (const group of pastsOf(past, record)) group.overdue += count;
  return past;
};

/** The past of the group that a duty belongs to; empty where there is none. */
export const pastOf = (past: PastDuties, group: ForecastGroup, alike: Alike): Past =>
  past.get(keyOf(group, alike)) ?? nothing();

const nothing = (): Past => ({ kept: [], doneLate: 0, overdue: 0, fallenAway: 0 });

const pastsOf = (past: Map<string, Past>, record: string): readonly Past[] => {
  const [rule = '', officeId = '', route = '', form = ''] = record.split(' ');
  return forecastGroups.map((group) => {
    const key = keyOf(group, { rule, officeId, route, form });
    const found = past.get(key) ?? nothing();
    past.set(key, found);
    return found;
  });
};

const keyOf = (group: ForecastGroup, alike: Readonly<Record<keyof Alike, string>>): string =>
  [group, ...inCommon[group].map((field) => alike[field])].join(' ');

const addEnded = (past: Past, { record, count }: RecordCount): void => {
  const [outcome, usedDays] = record.split(' ').slice(4);
  if (outcome === 'KEPT') past.kept[Number(usedDays)] = (past.kept[Number(usedDays)] ?? 0) + count;
  if (outcome === 'LATE') past.doneLate += count;
  if (outcome === 'FALLEN_AWAY') past.fallenAway += count;
};
