const SHAPE = /^(\d{2})(\d{2})(\d{2})_(\d{2})(\d{2})(\d{2})(\d{3})$/;

/** When a file was cut, and which of the segments cut at that second it is. */
export interface FileMoment {
  /** UTC milliseconds, whole seconds. */
  readonly at: number;
  /** From 1. */
  readonly segment: number;
}

/**
 * `YYMMDD_HHmmssnnn`: the second of the cut in UTC and the segment.
 * Source: guide, Quantum View, and the carrier's file for the shape; that it is UTC is ours.
 * @throws RangeError for a segment that three digits cannot hold.
 */
export function fileName({ at, segment }: FileMoment): string {
  if (segment < 1 || segment > 999) throw new RangeError(`no segment ${segment}`);
  const digits = new Date(at).toISOString().replace(/\D/g, '');
  return `${digits.slice(2, 8)}_${digits.slice(8, 14)}${String(segment).padStart(3, '0')}`;
}

/** Reads a file name of this century; `null` where it is not one. */
export function readFileName(name: string): FileMoment | null {
  const parts = SHAPE.exec(name)?.slice(1).map(Number);
  if (parts === undefined) return null;
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0, second = 0, segment = 0] = parts;
  const at = Date.UTC(2000 + year, month - 1, date, hour, minute, second);
  const isReal = segment > 0 && fileName({ at, segment }) === name;
  return isReal ? { at, segment } : null;
}

/** `YYYYMMDDHHmmss` in UTC, as requests give it; `null` where it is no such moment. */
export function readRequestTime(text: string): number | null {
  const parts = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(text)?.slice(1).map(Number);
  if (parts === undefined) return null;
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0, second = 0] = parts;
  const at = Date.UTC(year, month - 1, date, hour, minute, second);
  return isInstant(new Date(at), [year, month - 1, date, hour, minute, second]) ? at : null;
}

/** Whether these numbers are the instant's own: the 31st of February becomes another day. */
function isInstant(at: Date, numbers: readonly number[]): boolean {
  const own = [
    at.getUTCFullYear(),
    at.getUTCMonth(),
    at.getUTCDate(),
    at.getUTCHours(),
    at.getUTCMinutes(),
    at.getUTCSeconds(),
  ];
  return own.every((number, place) => number === numbers[place]);
}

/** `MM-DD-YYYY-HH-MM` in UTC, as answers echo a range. */
export function rangeText(at: number): string {
  const iso = new Date(at).toISOString();
  return `${iso.slice(5, 10)}-${iso.slice(0, 4)}-${iso.slice(11, 13)}-${iso.slice(14, 16)}`;
}
