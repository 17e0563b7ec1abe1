import type { OfficeSettings } from '@app/domain';

/** Offices to try the system with. The hours are examples: each provider sets its own, not the Order. */
export const sampleOffices: readonly OfficeSettings[] = [
  { officeId: 'almaty-bostandyk', zone: 'Asia/Almaty', closesAt: '18:30' },
  { officeId: 'almaty-medeu', zone: 'Asia/Almaty', closesAt: '18:30' },
  { officeId: 'astana-esil', zone: 'Asia/Almaty', closesAt: '18:30' },
  { officeId: 'aktobe', zone: 'Asia/Aqtobe', closesAt: '18:00' },
  { officeId: 'kyzylorda', zone: 'Asia/Qyzylorda', closesAt: '18:30' },
];
