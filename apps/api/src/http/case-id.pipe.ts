import { Injectable, type PipeTransform } from '@nestjs/common';
import { CaseNotFound } from '@app/application';

/** The id of a case in an address: what is no uuid names no case. */
@Injectable()
export class CaseIdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value)) return value;
    throw new CaseNotFound(value.slice(0, 40));
  }
}
