import { Injectable, type PipeTransform } from '@nestjs/common';
import { CaseNotFound, ComplaintNotFound } from '@app/application';

/** The id of a case in an address: what is no uuid names no case. */
@Injectable()
export class CaseIdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    return idOfCase(value);
  }
}

/** The id of a complaint in an address: what is no uuid names no complaint. */
@Injectable()
export class ComplaintIdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    return idOfComplaint(value);
  }
}

/** The same of an id in a query. */
export const idOfCase = (value: string): string => idIn(value, CaseNotFound);

export const idOfComplaint = (value: string): string => idIn(value, ComplaintNotFound);

const idIn = (value: string, missing: new (id: string) => Error): string => {
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value)) return value;
  throw new missing(value.slice(0, 40));
};
