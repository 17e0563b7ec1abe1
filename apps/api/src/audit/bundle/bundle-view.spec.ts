import { describe, expect, it } from '@jest/globals';
import type { Sees } from '@app/application';
import type { Disclosure, StoredEvent } from '@app/event-store';
import { bundleView } from './bundle-view.js';

const everything: Sees = () => true;
const openAlone: Sees = (field) => field === 'NUMBERS';

const value = (at: string, content: unknown, keyId = 'k1'): Disclosure => ({
  at,
  keyId,
  digest: 'd',
  disclosure: Buffer.from(JSON.stringify(['salt', at, content])).toString('base64url'),
});
const event = (type: string, data: object = {}): StoredEvent =>
  ({ id: 'e', stream: 'case-1', revision: 0, position: 0, type, data, metadata: {} }) as unknown as StoredEvent;

describe('what a bundle shows', () => {
  it('is of each value what the role sees of its kind, and no IIN in a number', () => {
    const view = bundleView(openAlone, undefined, []);
    const receipt = event('ReceiptIssued');
    expect(view.discloses(receipt, value('/receiptNumber', 'R-1'))).toBe(true);
    expect(view.discloses(receipt, value('/receiptNumber', '010115100004'))).toBe(false);
    expect(view.discloses(event('ApplicationSubmitted'), value('/familyMembers/0', {}))).toBe(false);
    expect(bundleView(everything, undefined, []).discloses(receipt, value('/receiptNumber', '010115100004'))).toBe(
      true,
    );
  });

  it('is no event with text in clear that is not to be seen, or from which something is left out', () => {
    const clear = event('ApplicationRejected', { reason: 'x', defects: [{ details: 'Testov came' }] });
    const sealed = event('ApplicationSubmitted', { applicant: { $sealed: '2.k1.d.box' } });
    const old = event('ApplicationSubmitted', { applicant: { iin: '010115100004' } });
    const views = [
      bundleView(everything, undefined, []),
      bundleView(openAlone, undefined, []),
      bundleView(everything, '/applicant', [[value('/applicant', {})]]),
    ];
    expect(views.map(({ showsStored }) => showsStored(sealed))).toEqual([true, true, true]);
    expect(views.map(({ showsStored }) => showsStored(old))).toEqual([true, false, false]);
    expect(views[0]?.showsStored(clear)).toBe(true);
  });

  it('leaves out what lies in a place that is named, and the IIN of a person wherever another key sealed it', () => {
    const ofPerson = value('/familyMembers/0', { iin: '851231100303' });
    const elsewhere = value('/subjectIin', '851231100303', 'k2');
    const other = value('/applicant', { iin: '010115100004' }, 'k3');
    const all = [[ofPerson, elsewhere, other]];
    const discloses = (without: string) =>
      all[0]?.map((one) => bundleView(everything, without, all).discloses(event('ApplicationSubmitted'), one));
    expect(discloses('/familyMembers')).toEqual([false, true, true]);
    expect(discloses('k1')).toEqual([false, false, true]);
    expect(discloses('/applicant, k2')).toEqual([false, false, false]);
  });
});
