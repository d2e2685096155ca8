import { Box } from './base/box';
import { LineEntry } from './base/entry';
import { LabelFor } from './base/label-for';
import { Press } from './base/press';
import { FieldError } from './field';
import { Icon } from './icon';
import { useUiId } from './ui-id';

interface StepperProps {
  label: string;
  /** Null until something is chosen. */
  value: number | null;
  onChange(value: number | null): void;
  hint?: string;
  error?: string;
  min?: number;
  max?: number;
  step?: number;
  /** A larger step beside the small ones. */
  quickStep?: number;
  unit?: string;
}

/** A number set by − and +, by a quick +10, or written. */
export function Stepper({
  label,
  value,
  onChange,
  hint,
  error,
  min = 0,
  max = 100,
  step = 1,
  quickStep = 10,
  unit = '%',
}: StepperProps) {
  const id = useUiId('stepper');
  const move = (by: number) => onChange(Math.min(max, Math.max(min, (value ?? min) + by)));
  const write = (words: string) => {
    const digits = words.normalize('NFKC').replace(/\D/g, '').slice(0, 6);
    // A written number out of bounds stays as written: the form says what is wrong with it.
    onChange(digits === '' ? null : Number(digits));
  };
  // A word would lie upon the number where letters are large; a sign has room beside it.
  const isWord = unit.length > 1;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <Box className={`field ${error ? 'has-error' : ''}`}>
      <LabelFor id={id} className="field-label">
        {isWord ? `${label}（${unit}）` : label}
      </LabelFor>
      {hint ? (
        <Box className="field-hint" id={`${id}-hint`}>
          {hint}
        </Box>
      ) : null}
      <Box className="stepper">
        <Press
          className="stepper-step"
          label={`${label}减 ${step}`}
          disabled={value === null || value <= min}
          onPress={() => move(-step)}
        >
          <Icon name="minus" />
        </Press>
        <Box className="stepper-value">
          <LineEntry
            id={id}
            kind="number"
            value={value === null ? '' : String(value)}
            onChange={write}
            spokenLabel={`${label}${unit}`}
            describedBy={described}
            invalid={Boolean(error)}
            placeholder="—"
            required
          />
          {isWord ? null : (
            <Box as="span" className="stepper-unit">
              {unit}
            </Box>
          )}
        </Box>
        <Press
          className="stepper-step"
          label={`${label}加 ${step}`}
          disabled={value !== null && value >= max}
          onPress={() => move(step)}
        >
          <Icon name="plus" />
        </Press>
        <Press
          className="stepper-quick"
          label={`${label}加 ${quickStep}`}
          disabled={value !== null && value >= max}
          onPress={() => move(quickStep)}
        >
          {`+${quickStep}`}
        </Press>
      </Box>
      {error ? <FieldError id={`${id}-error`} words={error} /> : null}
    </Box>
  );
}
