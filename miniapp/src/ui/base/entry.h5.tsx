import { useId } from 'react';
import type { DayEntryProps, EntryProps, LineEntryProps, OptionEntryProps, WordsEntryProps } from './entry-props';

const TYPES = { text: 'text', phone: 'tel', number: 'text', password: 'password', search: 'search' } as const;
const KEYBOARDS = { text: 'text', phone: 'tel', number: 'numeric', password: 'text', search: 'search' } as const;

export function LineEntry({ kind = 'text', onEnter, maxLength, autoComplete, ...props }: LineEntryProps) {
  return (
    <input
      {...attributes(props)}
      type={TYPES[kind]}
      inputMode={KEYBOARDS[kind]}
      maxLength={maxLength}
      autoComplete={autoComplete}
      onChange={(event) => props.onChange(event.target.value)}
      onKeyDown={(event) => {
        // While a Chinese word is being composed Enter chooses the word and sends nothing.
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter?.();
      }}
    />
  );
}

export function WordsEntry({ maxLength, rows = 4, ...props }: WordsEntryProps) {
  return (
    <textarea
      {...attributes(props)}
      rows={rows}
      maxLength={maxLength}
      onChange={(event) => props.onChange(event.target.value)}
    />
  );
}

export function OptionEntry({ options, ...props }: OptionEntryProps) {
  const isChosen = options.some(({ value }) => value === props.value);
  return (
    <select
      {...attributes(props)}
      value={isChosen ? props.value : ''}
      onChange={(event) => props.onChange(event.target.value)}
    >
      {/* As in WeChat: what has been chosen can be changed, and is taken back only by an option that says so. */}
      {isChosen ? null : <option value="">{props.placeholder ?? '请选择'}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

/** Writes with suggestions beneath, for lists too long to scroll (a county has hundreds of units). */
export function SuggestEntry({ options, ...props }: OptionEntryProps) {
  const listId = useId();
  return (
    <>
      <input
        {...attributes(props)}
        type="text"
        list={listId}
        autoComplete="off"
        onChange={(event) => props.onChange(event.target.value)}
      />
      <datalist id={listId}>
        {options.map((option) => (
          <option key={option.value} value={option.label} />
        ))}
      </datalist>
    </>
  );
}

export function DayEntry({ min, max, ...props }: DayEntryProps) {
  return (
    <input
      {...attributes(props)}
      type="date"
      min={min}
      max={max}
      onChange={(event) => props.onChange(event.target.value)}
    />
  );
}

/** A wall-clock time, `08:30`. */
export function ClockEntry(props: EntryProps) {
  return <input {...attributes(props)} type="time" onChange={(event) => props.onChange(event.target.value)} />;
}

function attributes({ id, value, describedBy, invalid, disabled, required, placeholder }: EntryProps) {
  return {
    id,
    value,
    disabled,
    placeholder,
    className: invalid ? 'entry is-invalid' : 'entry',
    'aria-describedby': describedBy,
    'aria-invalid': invalid || undefined,
    'aria-required': required || undefined,
  };
}
