import { DAYS } from '../../api/company.ts';

export interface Days {
  readonly rawDays: number;
  readonly eventDays: number;
}

/** Why the days cannot be taken, by field. */
export interface DaysTrouble {
  readonly rawDays: 'bounds' | 'order' | null;
  readonly eventDays: 'bounds' | null;
}

/** What was typed as days: no number for anything but digits. */
export function readDays(text: string): number {
  return /^\d{1,5}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN;
}

export function troubleOf({ rawDays, eventDays }: Days): DaysTrouble {
  const isEventTrouble = !isWithin(eventDays, DAYS.events);
  if (!isWithin(rawDays, DAYS.raw)) return { rawDays: 'bounds', eventDays: isEventTrouble ? 'bounds' : null };
  return {
    rawDays: !isEventTrouble && rawDays > eventDays ? 'order' : null,
    eventDays: isEventTrouble ? 'bounds' : null,
  };
}

/** What was kept before goes with the next upkeep. */
export function isShorter(now: Days, before: Days): boolean {
  return now.rawDays < before.rawDays || now.eventDays < before.eventDays;
}

function isWithin(days: number, { minimum, maximum }: { minimum: number; maximum: number }): boolean {
  return Number.isInteger(days) && days >= minimum && days <= maximum;
}
