import { FieldError } from '../../ui/field';
import { UnitPicker, type ChosenUnit } from '../tasks/unit-picker';

interface OneUnitProps {
  label: string;
  unit: ChosenUnit | null;
  onChange(unit: ChosenUnit | null): void;
  error?: string | undefined;
}

/** One unit, found by a few signs of its name; choosing another takes its place. */
export function OneUnit({ label, unit, onChange, error }: OneUnitProps) {
  return (
    <>
      <UnitPicker
        label={label}
        chosen={unit ? [unit] : []}
        onChange={(chosen) => onChange(chosen[chosen.length - 1] ?? null)}
      />
      {error ? <FieldError words={error} /> : null}
    </>
  );
}
