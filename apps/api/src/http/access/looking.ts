import { looksUpPersons, personalFieldNames, visibilityOf, type PersonalField, type Sees } from '@app/application';
import type { Route } from '@app/domain';
import type { Role } from '@app/platform';

/** Whose data a case or complaint holds, by IIN; what was erased is left out. */
export type Persons = Readonly<{ applicants: readonly string[]; relatives: readonly string[] }>;

/** A case that is about to be shown: its id, its route (null where it is not known), and the persons in it. */
export type SeenCase = Readonly<{ caseId: string; route: Route | null; persons: Persons }>;

/** What was asked for by `?unmask=`; null where nothing was. */
export type Asked = 'CLEAR' | 'MASKED' | null;

/** One request's look at persons: what it may see, and what it has seen. Whatever is seen in clear is noted with the asking. */
export class Looking {
  readonly #subjects = new Set<string>();
  readonly #cases = new Set<string>();
  #turnedAway = false;

  constructor(
    private readonly role: Role,
    private readonly asked: Asked,
    readonly purpose: string | null,
  ) {}

  /** What of a case is seen in clear; the case and its persons are noted where anything is. */
  at({ caseId, route, persons }: SeenCase): Sees {
    const seen = new Set(personalFieldNames.filter((field) => this.#sees(field, route)));
    if ([...seen].some((field) => visibilityOf(this.role, field) !== 'OPEN')) this.#cases.add(caseId);
    if (seen.has('APPLICANT')) this.note(persons.applicants);
    if (seen.has('RELATIVES')) this.note(persons.relatives);
    return (field) => seen.has(field);
  }

  /** Whether cases may be looked up by a person. */
  get looksUpPersons(): boolean {
    return looksUpPersons(this.role) && this.#sees('APPLICANT', null);
  }

  /** Notes persons that are looked for or shown. */
  note(iins: readonly string[]): void {
    for (const iin of iins) this.#subjects.add(iin);
  }

  /** Notes that what was asked for is of another office. */
  turnAway(): void {
    this.#turnedAway = true;
  }

  get isTurnedAway(): boolean {
    return this.#turnedAway;
  }

  /** Whether anything was shown in clear so far. */
  get hasSeen(): boolean {
    return this.#subjects.size > 0 || this.#cases.size > 0;
  }

  get subjects(): readonly string[] {
    return [...this.#subjects];
  }

  get cases(): readonly string[] {
    return [...this.#cases];
  }

  #sees(field: PersonalField, route: Route | null): boolean {
    const visibility = visibilityOf(this.role, field);
    if (visibility === 'OPEN') return true;
    if (this.asked === 'MASKED') return false;
    if (visibility === 'TRANSFER') return route !== null && route !== 'COMMUNAL';
    if (visibility === 'PURPOSE') return this.asked === 'CLEAR' && this.purpose !== null;
    return visibility === 'CLEAR';
  }
}
