import { isValidIin } from '@app/domain';

/** Somebody who does not exist: born in the 19th century, so that the number can be nobody's today. */
export type SamplePerson = Readonly<{ iin: string; fullName: string }>;

/** The n-th sample person (0, 1, 2, …); another number is another person. */
export const samplePerson = (n: number): SamplePerson => ({
  iin: sampleIin(n),
  fullName: `${pick(surnames, n)} ${pick(givenNames, Math.floor(n / surnames.length) + n)}`,
});

const surnames = ['Testova', 'Sampleeva', 'Probnaya', 'Ulgieva', 'Sinakova', 'Mysalova', 'Dummyeva'] as const;
const givenNames = ['Aigerim', 'Aliya', 'Bota', 'Dana', 'Gulnar', 'Kamila', 'Madina', 'Saule', 'Zarina'] as const;

const pick = (names: readonly string[], n: number): string => names[n % names.length] ?? '';

/** Of ten check digits one or none is right; where none is, the serial number moves on. */
const sampleIin = (n: number): string => {
  const serialsPerDay = 9000;
  const day = new Date(Date.UTC(1850, 0, 1 + Math.floor(n / serialsPerDay)));
  const born = `${day.toISOString().slice(2, 4)}${day.toISOString().slice(5, 7)}${day.toISOString().slice(8, 10)}`;
  for (let serial = 1 + (n % serialsPerDay); ; serial += 1) {
    const digits = `${born}2${String(serial).padStart(4, '0')}`;
    const iin = checkDigits.map((digit) => `${digits}${digit}`).find((candidate) => isValidIin(candidate));
    if (iin !== undefined) return iin;
  }
};

const checkDigits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
