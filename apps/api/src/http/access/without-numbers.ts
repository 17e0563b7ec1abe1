import { withoutIins } from '@app/application';

/** Members that say who acted: a token may name its bearer by IIN, which nobody needs to see. */
const actors: ReadonlySet<string> = new Set(['actor', 'onBehalfOf', 'assignee', 'who', 'subject', 'examiner']);

/**
 * An answer without the IINs that nobody asked to see: in what says who acted always, in every other text where nothing is shown
 * in clear. Shares what it leaves as it is.
 */
export const withoutNumbers = (answer: unknown, inClear: boolean): unknown =>
  inClear ? walked(answer, '', (name) => isActor(name)) : walked(answer, '', () => true);

const isActor = (name: string): boolean => actors.has(name) || /(?:By|actor|Actor)$/.test(name);

const walked = (value: unknown, name: string, isTold: (name: string) => boolean): unknown => {
  if (typeof value === 'string') return isTold(name) ? withoutIins(value) : value;
  if (Array.isArray(value)) return value.map((item: unknown) => walked(item, name, isTold));
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([member, item]) => [member, walked(item, member, isTold)]));
};
