import { Box } from './base/box';
import { Press } from './base/press';
import { FieldError } from './field';
import { Icon } from './icon';
import { useUiId } from './ui-id';

interface ChoiceOption<Value extends string> {
  value: Value;
  label: string;
  /** A second line: what choosing it means. */
  about?: string;
}

interface ChoiceProps<Value extends string> {
  label: string;
  options: readonly ChoiceOption<Value>[];
  value: Value | null;
  onChange(value: Value): void;
  hint?: string;
  error?: string;
}

/** One of a few, all in sight. Arrow keys move on the web. */
export function Choice<Value extends string>({ label, options, value, onChange, hint, error }: ChoiceProps<Value>) {
  const id = useUiId('choice');
  const reachable = value ?? options[0]?.value;
  return (
    <Box className={`field ${error ? 'has-error' : ''}`}>
      <Box className="field-label" id={id}>
        {label}
      </Box>
      {hint ? <Box className="field-hint">{hint}</Box> : null}
      <Box className="choice" role="radiogroup" labelledBy={id} label={label} describedBy={error && `${id}-error`}>
        {options.map((option) => (
          <Press
            key={option.value}
            role="radio"
            className={`choice-option ${option.value === value ? 'is-chosen' : ''}`}
            checked={option.value === value}
            reachable={option.value === reachable}
            onPress={() => onChange(option.value)}
          >
            <Box as="span" className="choice-dot" />
            <Box className="choice-words">
              <Box>{option.label}</Box>
              {option.about ? <Box className="choice-about">{option.about}</Box> : null}
            </Box>
          </Press>
        ))}
      </Box>
      {error ? <FieldError id={`${id}-error`} words={error} /> : null}
    </Box>
  );
}

interface SwitchProps {
  label: string;
  about?: string;
  value: boolean;
  onChange(value: boolean): void;
}

/** Something on or off that takes effect at once. */
export function Switch({ label, about, value, onChange }: SwitchProps) {
  return (
    <Press className="switch" role="switch" checked={value} onPress={() => onChange(!value)}>
      <Box className="switch-words">
        <Box>{label}</Box>
        {about ? <Box className="switch-about">{about}</Box> : null}
      </Box>
      <Box as="span" className={`switch-track ${value ? 'is-on' : ''}`} hidden>
        <Box as="span" className="switch-knob" />
      </Box>
      <Box as="span" className="switch-state" hidden>
        {value ? '已开' : '已关'}
      </Box>
    </Press>
  );
}

interface SegmentedProps<Value extends string> {
  /** What is chosen here, for a screen reader. */
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange(value: Value): void;
}

/** Tabs over one list: which part of it is shown. */
export function Segmented<Value extends string>({ label, options, value, onChange }: SegmentedProps<Value>) {
  return (
    <Box className="segmented" role="tablist" label={label}>
      {options.map((option) => (
        <Press
          key={option.value}
          role="tab"
          className={`segmented-part ${option.value === value ? 'is-chosen' : ''}`}
          selected={option.value === value}
          onPress={() => onChange(option.value)}
        >
          {option.label}
        </Press>
      ))}
    </Box>
  );
}

interface ChecksProps<Value extends string> {
  label: string;
  options: readonly ChoiceOption<Value>[];
  values: readonly Value[];
  onChange(values: Value[]): void;
  hint?: string;
  error?: string;
}

/** Several of a list, all in sight. */
export function Checks<Value extends string>({ label, options, values, onChange, hint, error }: ChecksProps<Value>) {
  const id = useUiId('checks');
  const toggle = (value: Value) =>
    onChange(values.includes(value) ? values.filter((one) => one !== value) : [...values, value]);
  return (
    <Box
      className={`field ${error ? 'has-error' : ''}`}
      role="group"
      label={label}
      describedBy={error && `${id}-error`}
    >
      <Box className="field-label">{label}</Box>
      {hint ? <Box className="field-hint">{hint}</Box> : null}
      <Box className="choice">
        {options.map((option) => {
          const chosen = values.includes(option.value);
          return (
            <Press
              key={option.value}
              role="checkbox"
              className={`choice-option ${chosen ? 'is-chosen' : ''}`}
              checked={chosen}
              onPress={() => toggle(option.value)}
            >
              <Box className="check-box" hidden>
                {chosen ? <Icon name="check" /> : null}
              </Box>
              <Box className="choice-words">
                <Box>{option.label}</Box>
                {option.about ? <Box className="choice-about">{option.about}</Box> : null}
              </Box>
            </Press>
          );
        })}
      </Box>
      {error ? <FieldError id={`${id}-error`} words={error} /> : null}
    </Box>
  );
}
