import { describe, expect, it } from '@jest/globals';
import { kzCalendar } from '../../calendar/working-calendar.js';
import { calendarUntil } from '../../testing/calendar-years.js';
import { resultIssuedOn } from './issue-result.js';

describe('the day on which a result counts as issued (R-17, A24)', () => {
  const application = {
    zone: 'Asia/Almaty',
    acceptance: { filedOn: '2024-12-02', filedAt: '10:00:00', closesAt: '18:30', passedOver: [] },
  };
  const afterHours = { at: '2024-12-31T20:00:00+05:00', channel: 'STATE_CORPORATION' } as const;

  it('is none while that needs a year without calendar, and is told once the year is there', () => {
    expect(resultIssuedOn(afterHours, application, calendarUntil(2024))).toBeNull();
    expect(resultIssuedOn(afterHours, application, kzCalendar)).toBe('2025-01-05');
    expect(resultIssuedOn({ ...afterHours, channel: 'PORTAL' }, application, calendarUntil(2024))).toBe('2024-12-31');
  });
});
