import { describe, expect, it } from '@jest/globals';
import { FormCommission } from '@app/application';
import { CommandBody, FormCommissionDto, RecordPaymentDto, type Tenge } from '@app/contracts';
import type { CaseCommand } from '@app/domain';
import { commandRows, type CommandRow } from './command-rows.js';

class WithoutReference extends CommandBody {
  readonly amount!: Tenge;
  readonly paidOn!: string;
}
class WithMore extends RecordPaymentDto {
  readonly bank?: string | null;
}
class NamedOtherwise extends WithoutReference {
  readonly number!: string;
}
class WithoutMoney extends CommandBody {
  readonly amount!: string;
  readonly paidOn!: string;
  readonly reference!: string;
}
class WithoutNull extends CommandBody {
  readonly note!: string;
}

const row = { path: 'payments', permission: 'payment:record', summary: 'x', operationId: 'x.y' } as const;
const rows = commandRows<CaseCommand>();

/** `npm run types` is the test: it fails where one of these lines compiles. */
const refused: readonly Readonly<Record<string, CommandRow>>[] = [
  // @ts-expect-error the body lacks a field of the command
  rows({ RecordPayment: { ...row, body: WithoutReference } }),
  // @ts-expect-error the body has a field that the command does not have
  rows({ RecordPayment: { ...row, body: WithMore } }),
  // @ts-expect-error the body names a field otherwise
  rows({ RecordPayment: { ...row, body: NamedOtherwise } }),
  // @ts-expect-error the body does not say that the amount is one
  rows({ RecordPayment: { ...row, body: WithoutMoney } }),
  // @ts-expect-error the body asks for what the command may be without
  rows({ ConfirmCompleteness: { ...row, body: WithoutNull } }),
  // @ts-expect-error the body is that of another command
  rows({ OfferAgreement: { ...row, body: RecordPaymentDto } }),
  // @ts-expect-error the domain has no such command
  rows({ TakeBackPayment: { ...row, body: RecordPaymentDto } }),
  // @ts-expect-error the rules of the office are not for the caller to say: a handler of its own gathers them
  rows({ FormCommission: { ...row, body: FormCommissionDto } }),
];

describe('the row of a command', () => {
  it('compiles where its body has the fields that the command says, and only then', () => {
    const commands = rows({
      RecordPayment: { ...row, body: RecordPaymentDto },
      FormCommission: { ...row, body: FormCommissionDto, by: FormCommission },
    });
    expect(Object.keys(commands)).toEqual(['RecordPayment', 'FormCommission']);
    expect(refused).toHaveLength(8);
  });
});
