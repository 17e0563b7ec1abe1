import { ApiSchema } from '@nestjs/swagger';
import { media, overpayments, parties } from '@app/domain';
import { EdsSignatureDto } from '../person.dto.js';
import {
  Shown,
  ShownChoice,
  ShownDate,
  ShownFlag,
  ShownList,
  ShownMoney,
  ShownNumber,
  ShownText,
} from '../../http/fields/shown.js';
import { FactDto } from './filing-facts.dto.js';
import { words } from '../../http/fields/words.js';

@ApiSchema({ description: 'One amount of the payment schedule, with what is paid of it.' })
export class InstalmentDto {
  @ShownNumber({ about: 'The number in the schedule; 0 is the initial contribution.' })
  readonly number!: number;

  @ShownDate({ about: 'The agreed day; until when it is paid in time, its duty tells (R-98).' })
  readonly dueOn!: string;

  @ShownMoney({ about: 'The amount to pay, in tenge.' })
  readonly amount!: string;

  @ShownMoney({ about: 'The part of this amount that is paid so far, in tenge.' })
  readonly paid!: string;

  @ShownMoney({ about: 'The part of this amount that is still to be paid, in tenge.' })
  readonly outstanding!: string;

  @ShownFlag({ about: 'True where any of it was paid after its day, which a day off moves.' })
  readonly paidLate!: boolean;
}

@ApiSchema({ description: 'The agreement, as it was offered to the recipient (para 9).' })
export class AgreementDto extends FactDto {
  @ShownText({ about: 'The number on the agreement.' })
  readonly agreementNumber!: string;

  @ShownMoney({ about: 'The price in tenge.' })
  readonly price!: string;

  @ShownChoice(media, words.medium)
  readonly medium!: string;

  @ShownDate({ about: 'The day on which it was offered.' })
  readonly offeredOn!: string;

  @ShownList(() => InstalmentDto, {
    optional: true,
    about: 'What is to be paid when; null where the price is not paid in instalments.',
  })
  readonly schedule!: readonly InstalmentDto[] | null;

  @ShownNumber({
    optional: true,
    about:
      'Over how many years the instalments run, counted from the conclusion; null where there are none, or where the offer does not state it.',
  })
  readonly years!: number | null;

  @ShownText({
    optional: true,
    about: 'A notice where the agreement is on paper, as paragraph 8 asks for the electronic form; else null.',
  })
  readonly paperNotice!: string | null;

  @ShownText({
    optional: true,
    about:
      'A notice where fewer years are granted than were asked for, or by parameters that are not known to be the law; else null.',
  })
  readonly decreeNotice!: string | null;
}

@ApiSchema({ description: 'The signature of one party under the agreement (para 6).' })
export class AgreementSignatureDto extends FactDto {
  @ShownChoice(parties, { about: 'The party that signed.' })
  readonly party!: string;

  @Shown(() => EdsSignatureDto, {
    optional: true,
    about: 'The electronic signature; null where it was signed by hand.',
  })
  readonly eds!: EdsSignatureDto | null;

  @ShownText(words.edsNotice)
  readonly edsNotice!: string | null;

  @ShownDate({ about: 'The day on which the party signed.' })
  readonly signedOn!: string;

  @ShownFlag({ about: 'True for the second signature: it concludes the agreement.' })
  readonly concludesAgreement!: boolean;
}

@ApiSchema({ description: 'The part of a payment that went to one amount of the schedule.' })
export class AllocationDto {
  @ShownNumber({ about: 'The number of that amount in the schedule; 0 is the initial contribution.' })
  readonly number!: number;

  @ShownMoney({ about: 'The part of the payment, in tenge.' })
  readonly amount!: string;

  @ShownFlag({ about: 'True where nothing of that amount is left to pay.' })
  readonly completes!: boolean;

  @ShownFlag({ about: 'True where it was paid after the day of that amount.' })
  readonly late!: boolean;
}

@ApiSchema({ description: 'The reversal of a payment, which counts for nothing any more.' })
export class PaymentReversalDto {
  @ShownDate({ about: 'The day on which it was reversed.' })
  readonly reversedOn!: string;

  @ShownText({ optional: true, about: "Why; null where the caller's role may not see it." })
  readonly reason!: string | null;

  @ShownText({ about: 'The person who reversed it: the subject of their token.' })
  readonly reversedBy!: string;
}

@ApiSchema({ description: 'A payment of the price (para 8).' })
export class PaymentReceivedDto extends FactDto {
  @ShownMoney({ about: 'The amount paid, in tenge.' })
  readonly amount!: string;

  @ShownDate({ about: 'The day of payment.' })
  readonly paidOn!: string;

  @ShownText({ about: 'The reference of the payment document.' })
  readonly reference!: string;

  @ShownMoney({ about: 'The part of the price that is still to be paid after this payment, in tenge.' })
  readonly outstanding!: string;

  @ShownMoney({ about: 'What has been paid beyond the price in all, in tenge.' })
  readonly overpaid!: string;

  @ShownList(() => AllocationDto, {
    about: 'The amounts of the schedule that this payment went to; empty where there are no instalments.',
  })
  readonly allocations!: readonly AllocationDto[];

  @ShownNumber({ example: 11, about: 'The revision of the payment: corrections and reversals name it by that.' })
  readonly revision!: number;

  @ShownChoice(overpayments, {
    optional: true,
    about: 'What becomes of what was paid beyond the price; null where nothing is said of it.',
  })
  readonly overpayment!: string | null;

  @ShownText({
    optional: true,
    about: "Why the same reference is another payment; null where it is not said, or the caller's role may not see it.",
  })
  readonly repeatedBecause!: string | null;

  @Shown(() => PaymentReversalDto, { optional: true, about: 'The reversal of the payment; null where it counts.' })
  readonly reversal!: PaymentReversalDto | null;
}
