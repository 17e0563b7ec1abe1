import { media, parties } from '@app/domain';
import { EdsSignatureDto } from '../eds-signature.dto.js';
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
import { FactDto } from './fact.dto.js';

/** One amount of the schedule, with what of it is paid. */
export class InstalmentDto {
  @ShownNumber({ about: '0 is the initial contribution.' })
  readonly number!: number;

  @ShownDate()
  readonly dueOn!: string;

  @ShownMoney()
  readonly amount!: string;

  @ShownMoney({ about: 'Of this amount, so far.' })
  readonly paid!: string;

  @ShownMoney({ about: 'Of this amount, still.' })
  readonly outstanding!: string;

  @ShownFlag({ about: 'Something of it was paid after its day.' })
  readonly paidLate!: boolean;
}

export class AgreementDto extends FactDto {
  @ShownText()
  readonly agreementNumber!: string;

  @ShownMoney()
  readonly price!: string;

  @ShownChoice(media)
  readonly medium!: string;

  @ShownDate()
  readonly offeredOn!: string;

  @ShownList(() => InstalmentDto, { optional: true, about: 'What is to be paid when; null but for instalments.' })
  readonly schedule!: readonly InstalmentDto[] | null;

  @ShownText({ optional: true, about: 'Where it is on paper: paragraph 8 asks the electronic form.' })
  readonly paperNotice!: string | null;

  @ShownText({ optional: true, about: 'Where the parameters of the Decree stand in for an edition not transcribed.' })
  readonly decreeNotice!: string | null;
}

export class AgreementSignatureDto extends FactDto {
  @ShownChoice(parties)
  readonly party!: string;

  @Shown(() => EdsSignatureDto, { optional: true, about: 'Null where it was signed by hand.' })
  readonly eds!: EdsSignatureDto | null;

  @ShownDate()
  readonly signedOn!: string;

  @ShownFlag({ about: 'The last party to sign concludes the agreement.' })
  readonly concludesAgreement!: boolean;
}

/** What of a payment went to one amount of the schedule. */
export class AllocationDto {
  @ShownNumber()
  readonly number!: number;

  @ShownMoney()
  readonly amount!: string;

  @ShownFlag({ about: 'Nothing of that amount is owed after it.' })
  readonly completes!: boolean;

  @ShownFlag({ about: 'Paid after its day.' })
  readonly late!: boolean;
}

export class PaymentReceivedDto extends FactDto {
  @ShownMoney()
  readonly amount!: string;

  @ShownDate()
  readonly paidOn!: string;

  @ShownText()
  readonly reference!: string;

  @ShownMoney({ about: 'Of the price, after this payment.' })
  readonly outstanding!: string;

  @ShownMoney()
  readonly overpaid!: string;

  @ShownList(() => AllocationDto, { about: 'Empty but for instalments.' })
  readonly allocations!: readonly AllocationDto[];
}
