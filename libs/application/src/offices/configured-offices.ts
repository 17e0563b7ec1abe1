import { readFile } from 'node:fs/promises';
import type { OfficeSettings } from '@app/domain';
import { ConfigInvalid } from '@app/platform';
import { OfficeDirectory } from './office-directory.js';
import { type Entry, wrongIn } from './office-entry.js';

/** Offices from a list that does not change while the process runs. */
export class ConfiguredOffices extends OfficeDirectory {
  private readonly byId: ReadonlyMap<string, OfficeSettings>;

  constructor(offices: readonly OfficeSettings[]) {
    super();
    this.byId = new Map(offices.map((office) => [office.officeId, office]));
  }

  async find(officeId: string): Promise<OfficeSettings | null> {
    return this.byId.get(officeId) ?? null;
  }

  async all(): Promise<readonly OfficeSettings[]> {
    return [...this.byId.values()];
  }
}

/** The offices of `OFFICES_FILE`, or the sample offices where none is named. Throws `ConfigInvalid` naming every entry that cannot be used. */
export const readOffices = async (file: string | null): Promise<readonly OfficeSettings[]> => {
  if (file === null) return sampleOffices;
  const entries = await readList(file);
  const problems = entries.flatMap((entry, index) =>
    wrongIn(entry).map((what) => `OFFICES_FILE, entry ${index + 1}: ${what}`),
  );
  if (entries.length === 0) problems.push('OFFICES_FILE names no office');
  if (problems.length > 0) throw new ConfigInvalid(problems);
  // each entry was just found to have these fields
  return entries as unknown as readonly OfficeSettings[];
};

/** Offices to try the system with. The hours are examples: each provider sets its own, not the Order. */
export const sampleOffices: readonly OfficeSettings[] = [
  {
    officeId: 'almaty-bostandyk',
    zone: 'Asia/Almaty',
    closesAt: '18:30',
    names: {
      kk: 'Алматы қаласы, Бостандық ауданы',
      ru: 'Город Алматы, Бостандыкский район',
      en: 'Almaty, Bostandyk district',
    },
  },
  {
    officeId: 'almaty-medeu',
    zone: 'Asia/Almaty',
    closesAt: '18:30',
    names: { kk: 'Алматы қаласы, Медеу ауданы', ru: 'Город Алматы, Медеуский район', en: 'Almaty, Medeu district' },
  },
  {
    officeId: 'astana-esil',
    zone: 'Asia/Almaty',
    closesAt: '18:30',
    names: { kk: 'Астана қаласы, Есіл ауданы', ru: 'Город Астана, район Есиль', en: 'Astana, Esil district' },
  },
  {
    officeId: 'aktobe',
    zone: 'Asia/Aqtobe',
    closesAt: '18:00',
    names: { kk: 'Ақтөбе қаласы', ru: 'Город Актобе', en: 'Aktobe' },
  },
  {
    officeId: 'kyzylorda',
    zone: 'Asia/Qyzylorda',
    closesAt: '18:30',
    names: { kk: 'Қызылорда қаласы', ru: 'Город Кызылорда', en: 'Kyzylorda' },
  },
];

const readList = async (file: string): Promise<readonly Entry[]> => {
  try {
    const list: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (!Array.isArray(list)) throw new Error('not a list');
    return list.map((entry: unknown) => (typeof entry === 'object' ? { ...entry } : {}));
  } catch (cause) {
    throw new ConfigInvalid([
      `OFFICES_FILE ${file} cannot be read as a JSON list${cause instanceof Error ? ` (${cause.message})` : ''}`,
    ]);
  }
};
