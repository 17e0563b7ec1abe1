import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ConfiguredOffices, readOffices, sampleOffices } from './configured-offices.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shanyraq-offices-'));
});
afterEach(() => rm(folder, { recursive: true }));

const file = async (text: string): Promise<string> => {
  const path = join(folder, 'offices.json');
  await writeFile(path, text);
  return path;
};

describe('the offices', () => {
  it('are the sample offices where no file is named', async () => {
    const offices = new ConfiguredOffices(await readOffices(null));
    expect(await offices.find('almaty-bostandyk')).toEqual(sampleOffices[0]);
    expect(await offices.find('nowhere')).toBeNull();
  });

  it('are those of the file where one is named', async () => {
    const office = { officeId: 'oral', zone: 'Asia/Oral', closesAt: '18:00' };
    expect(await readOffices(await file(JSON.stringify([office])))).toEqual([office]);
  });

  it('are refused with every mistake in one message', async () => {
    const path = await file(JSON.stringify([{ officeId: 'oral', zone: 'Asia/Nowhere', closesAt: '25:00' }, null]));
    await expect(readOffices(path)).rejects.toMatchObject({
      name: 'ConfigInvalid',
      problems: [
        'OFFICES_FILE, entry 1: closesAt must be a time, HH:MM',
        'OFFICES_FILE, entry 1: zone must be an IANA zone such as Asia/Almaty',
        'OFFICES_FILE, entry 2: officeId must be letters, digits, dots, hyphens, underscores',
        'OFFICES_FILE, entry 2: closesAt must be a time, HH:MM',
        'OFFICES_FILE, entry 2: zone must be an IANA zone such as Asia/Almaty',
      ],
    });
  });

  const commission = {
    minMembers: 5,
    quorumAbove: { parts: 2, of: 3 },
    majorityAbove: { parts: 1, of: 2 },
    chairCastingVote: true,
    abstentionAllowed: false,
  };
  const oral = { officeId: 'oral', zone: 'Asia/Oral', closesAt: '18:00' };

  it('may set how their commissions vote', async () => {
    const office = { ...oral, commission };
    expect(await readOffices(await file(JSON.stringify([office])))).toEqual([office]);
  });

  it.each([
    [null, ['commission must be an object with the rules that a commission votes by']],
    [{ ...commission, minMembers: 0 }, ['commission.minMembers must be a whole number from 1']],
    [{ ...commission, quorum: 1 }, ['commission.quorum is not a rule that is known']],
    [
      { ...commission, quorumAbove: { parts: 2, of: 2 }, majorityAbove: { parts: 0.5, of: 1 } },
      [
        'commission.quorumAbove must be a part such as {"parts": 1, "of": 2}, less than the whole',
        'commission.majorityAbove must be a part such as {"parts": 1, "of": 2}, less than the whole',
      ],
    ],
    [
      { minMembers: 1, quorumAbove: { parts: 1, of: 2 }, majorityAbove: { parts: 1, of: 2 }, chairCastingVote: 'yes' },
      ['commission.chairCastingVote must be true or false', 'commission.abstentionAllowed must be true or false'],
    ],
  ])('are refused where they set %j', async (wrong, problems) => {
    const path = await file(JSON.stringify([{ ...oral, commission: wrong }]));
    await expect(readOffices(path)).rejects.toMatchObject({
      name: 'ConfigInvalid',
      problems: problems.map((problem) => `OFFICES_FILE, entry 1: ${problem}`),
    });
  });

  it('belong to a local executive body, and to no other kind of body (R-09, para 2)', async () => {
    const district = { ...oral, body: 'DISTRICT' };
    expect(await readOffices(await file(JSON.stringify([district])))).toEqual([district]);
    await expect(readOffices(await file(JSON.stringify([{ ...oral, body: 'MINISTRY' }])))).rejects.toMatchObject({
      problems: [
        'OFFICES_FILE, entry 1: body must be one of REGION, CITY_OF_REPUBLICAN_SIGNIFICANCE, CAPITAL, DISTRICT, CITY_OF_REGIONAL_SIGNIFICANCE (paragraph 2)',
      ],
    });
  });

  it('may say what they are called, in every language or in none', async () => {
    const named = { ...oral, names: { kk: 'Орал қаласы', ru: 'Город Уральск', en: 'Oral' } };
    expect(await readOffices(await file(JSON.stringify([named])))).toEqual([named]);
    const halfNamed = { ...oral, names: { ru: 'Город Уральск' } };
    await expect(readOffices(await file(JSON.stringify([halfNamed])))).rejects.toMatchObject({
      problems: ['OFFICES_FILE, entry 1: names must be the name in each language: {"kk", "ru", "en"}'],
    });
  });

  it.each(['{', '{}', '[]'])('are refused where the file is %s', async (text) => {
    await expect(readOffices(await file(text))).rejects.toMatchObject({ name: 'ConfigInvalid' });
  });

  it('are refused where the file is not there', async () => {
    await expect(readOffices(join(folder, 'none.json'))).rejects.toThrow('cannot be read as a JSON list');
  });
});
