import { useEffect, type ReactNode } from 'react';
import { Box } from './base/box';
import { ClockEntry, DayEntry, LineEntry, OptionEntry, WordsEntry } from './base/entry';
import type { EntryProps, LineEntryProps } from './base/entry-props';
import { tellFault } from './base/first-fault';
import { LabelFor } from './base/label-for';
import { Icon } from './icon';
import { useUiId } from './ui-id';

export interface FieldFrame {
  label: string;
  /** One line under the label: what to write, or an example. */
  hint?: string;
  /** What is wrong, in words; from `issueAt(issues, 'note')`. */
  error?: string;
  /** Says 选填 after the label. */
  optional?: boolean;
}

export interface Values {
  value: string;
  onChange(value: string): void;
  placeholder?: string;
  disabled?: boolean;
}

type FieldProps = FieldFrame & Values & Pick<LineEntryProps, 'kind' | 'maxLength' | 'autoComplete' | 'onEnter'>;

/** One line of text with its label. */
export function Field({ kind, maxLength, autoComplete, onEnter, ...props }: FieldProps) {
  return (
    <Framed {...props}>
      {(entry) => (
        <LineEntry {...entry} kind={kind} maxLength={maxLength} autoComplete={autoComplete} onEnter={onEnter} />
      )}
    </Framed>
  );
}

/** Several lines of text; with `maxLength` it counts. */
export function TextArea({ maxLength, rows, ...props }: FieldFrame & Values & { maxLength?: number; rows?: number }) {
  const left = maxLength === undefined ? undefined : maxLength - props.value.length;
  const counter =
    left === undefined
      ? undefined
      : left < 0
        ? `超出 ${-left} 字`
        : left <= 100
          ? `还可写 ${left} 字`
          : `${props.value.length} / ${maxLength} 字`;
  // The entry is not cut at the limit: pasted words would be lost without a sign.
  return (
    <Framed {...props} foot={counter}>
      {(entry) => <WordsEntry {...entry} rows={rows} />}
    </Framed>
  );
}

export interface Option {
  value: string;
  label: string;
}

/** One of a list, folded away; for up to six options take `Choice`. */
export function Select({
  options,
  ...props
}: FieldFrame & Omit<Values, 'placeholder'> & { options: readonly Option[] }) {
  return <Framed {...props}>{(entry) => <OptionEntry {...entry} options={options} />}</Framed>;
}

/** A calendar day, `2026-06-30`; empty when none. */
export function DateField({ min, max, ...props }: FieldFrame & Values & { min?: string; max?: string }) {
  return <Framed {...props}>{(entry) => <DayEntry {...entry} min={min} max={max} />}</Framed>;
}

/** A wall-clock time, `08:30`; empty when none. */
export function ClockField(props: FieldFrame & Values) {
  return <Framed {...props}>{(entry) => <ClockEntry {...entry} />}</Framed>;
}

/** Short fields beside each other, as from and to. */
export function FieldPair({ children }: { children: ReactNode }) {
  return <Box className="field-pair">{children}</Box>;
}

export interface FramedProps extends FieldFrame, Values {
  foot?: string;
  children(entry: EntryProps): ReactNode;
}

/** A field's label, hint and error around whatever is filled in. */
export function Framed({ label, hint, error, optional, foot, children, ...values }: FramedProps) {
  const id = useUiId('field');
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const spokenLabel = [label, optional && '选填', hint, error].filter(Boolean).join('，');
  return (
    <Box className={`field ${error ? 'has-error' : ''}`}>
      <LabelFor id={id} className="field-label">
        {label}
        {optional ? (
          <Box as="span" className="field-optional">
            选填
          </Box>
        ) : null}
      </LabelFor>
      {hint ? (
        <Box className="field-hint" id={`${id}-hint`}>
          {hint}
        </Box>
      ) : null}
      {children({
        ...values,
        id,
        spokenLabel,
        describedBy: described || undefined,
        invalid: Boolean(error),
        required: !optional,
      })}
      {error ? <FieldError id={`${id}-error`} words={error} /> : null}
      {foot ? <Box className="field-foot">{foot}</Box> : null}
    </Box>
  );
}

/** What is wrong with a field, told at once to those who cannot see it. */
export function FieldError({ id, words }: { id?: string; words: string }) {
  useEffect(tellFault, [words]);
  return (
    <Box className="field-error" id={id} role="alert" live="assertive">
      <Icon name="circle-alert" />
      <Box as="span">{words}</Box>
    </Box>
  );
}
