import { Injectable, type PipeTransform } from '@nestjs/common';
import { ComplaintNotFound } from '@app/application';

/** The id of a complaint in an address: what is no uuid names no complaint. */
@Injectable()
export class ComplaintIdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value)) return value;
    throw new ComplaintNotFound(value.slice(0, 40));
  }
}
