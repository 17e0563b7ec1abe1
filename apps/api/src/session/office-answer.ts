import type { OfficeDto } from '@app/contracts';
import type { OfficeSettings } from '@app/domain';

/** An office as it is shown; what is between the installation and its commissions stays there. */
export const officeAnswer = ({
  officeId,
  names,
  zone,
}: Pick<OfficeSettings, 'officeId' | 'names' | 'zone'>): OfficeDto => ({ officeId, names: names ?? null, zone });
