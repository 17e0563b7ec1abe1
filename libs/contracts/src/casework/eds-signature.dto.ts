import { InstantField } from '../http/fields/formats.js';
import { TextField } from '../http/fields/text.js';

/** An electronic digital signature (EDS). */
export class EdsSignatureDto {
  @TextField({ max: 100, about: "The certificate's serial number.", example: '3f2a9c01' })
  readonly certificateSerial!: string;

  @InstantField({ about: 'When it was signed.' })
  readonly signedAt!: string;
}
