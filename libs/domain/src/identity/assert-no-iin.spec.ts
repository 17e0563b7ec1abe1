import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../refusal.js';
import { assertNoIin } from './assert-no-iin.js';

describe('what is written in clear', () => {
  it.each(['010115100004', 'flat-010115100004.2', 'ＩＩＮ ０１０１１５１００００４'])('holds no IIN: %s', (text) =>
    expect(() => assertNoIin('source', text)).toThrow(Refusal),
  );

  it.each([
    '010115100005',
    '20250010115100004',
    'ALM-0001-02',
    'Resolution No. 437 of 12 August 2021',
    '',
    '010140000008',
  ])('may hold other digits: %s', (text) => expect(() => assertNoIin('source', text)).not.toThrow());

  it('says which field it stands in', () => {
    const refused = expect.objectContaining({ code: 'iin-in-clear', facts: { field: 'dwelling.dwellingId' } });
    let refusal: unknown;
    try {
      assertNoIin('dwelling.dwellingId', '010115100004');
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toEqual(refused);
  });
});
