import { lastDayOfMonth } from '@county/shared/calendar/day';
import { FieldPair, Select } from '../../../ui/field';

// 29 February is a day of some years, and may end a season.
const LEAP_YEAR = 2024;
const two = (number: number) => String(number).padStart(2, '0');
const MONTHS = Array.from({ length: 12 }, (_, month) => ({ value: two(month + 1), label: `${month + 1} 月` }));

interface MonthDayFieldProps {
  label: string;
  /** `05-01`. */
  value: string;
  onChange(value: string): void;
}

/** A day of any year. */
export function MonthDayField({ label, value, onChange }: MonthDayFieldProps) {
  const [month = '01', day = '01'] = value.split('-');
  const last = lastOf(month);
  const days = Array.from({ length: last }, (_, at) => ({ value: two(at + 1), label: `${at + 1} 日` }));
  return (
    <FieldPair>
      <Select
        label={`${label}，月`}
        options={MONTHS}
        value={month}
        onChange={(next) => onChange(`${next}-${two(Math.min(Number(day), lastOf(next)))}`)}
      />
      <Select label="日" options={days} value={day} onChange={(next) => onChange(`${month}-${next}`)} />
    </FieldPair>
  );
}

const lastOf = (month: string) => Number(lastDayOfMonth(LEAP_YEAR, Number(month) || 1).slice(8));
