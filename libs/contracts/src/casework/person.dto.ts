import { ApiSchema } from '@nestjs/swagger';
import { InstantField } from '../http/fields/formats.js';
import { TextField } from '../http/fields/text.js';

@ApiSchema({ description: 'An electronic digital signature (EDS).' })
export class EdsSignatureDto {
  @TextField({ max: 100, example: '3f2a9c01', about: 'The serial number of the certificate.' })
  readonly certificateSerial!: string;

  @InstantField({ about: 'The instant of the signature.' })
  readonly signedAt!: string;
}
