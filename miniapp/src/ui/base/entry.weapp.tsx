import { Input, Picker, Text, Textarea, View } from '@tarojs/components';
import type { DayEntryProps, EntryProps, LineEntryProps, OptionEntryProps, WordsEntryProps } from './entry-props';

const TYPES = { text: 'text', phone: 'number', number: 'number', password: 'text', search: 'text' } as const;

// -1 is WeChat's "no limit"; its own default cuts at 140.
const NO_LIMIT = -1;

export function LineEntry({ kind = 'text', onEnter, maxLength = NO_LIMIT, ...props }: LineEntryProps) {
  return (
    <Input
      {...attributes(props)}
      type={TYPES[kind]}
      password={kind === 'password'}
      maxlength={maxLength}
      confirmType={kind === 'search' ? 'search' : 'done'}
      onInput={(event) => take(event.detail.value, props.onChange)}
      onConfirm={onEnter}
    />
  );
}

export function WordsEntry({ maxLength = NO_LIMIT, rows = 4, ...props }: WordsEntryProps) {
  const { className, ...rest } = attributes(props);
  return (
    <Textarea
      {...rest}
      className={`${className} entry-words`}
      style={{ minHeight: `${rows * 1.5 + 1.2}em` }}
      autoHeight
      maxlength={maxLength}
      onInput={(event) => take(event.detail.value, props.onChange)}
    />
  );
}

export function OptionEntry({ options, ...props }: OptionEntryProps) {
  const index = options.findIndex((option) => option.value === props.value);
  return (
    <Picker
      mode="selector"
      range={options.map((option) => option.label)}
      value={Math.max(index, 0)}
      disabled={props.disabled}
      onChange={(event) => props.onChange(options[Number(event.detail.value)]?.value ?? '')}
    >
      <Chosen {...props} words={options[index]?.label} />
    </Picker>
  );
}

/** A bare DOM event carries no words and is let go: the engine in which these pages are tested passes one on. */
function take(words: unknown, onChange: (words: string) => void) {
  if (typeof words === 'string') onChange(words);
}

/** WeChat's wheel serves short and long lists alike. */
export function SuggestEntry(props: OptionEntryProps) {
  const { options, value, onChange } = props;
  const chosen = options.find((option) => option.label === value);
  return (
    <OptionEntry
      {...props}
      value={chosen?.value ?? ''}
      onChange={(id) => onChange(options.find((option) => option.value === id)?.label ?? '')}
    />
  );
}

export function DayEntry({ min = '', max = '', ...props }: DayEntryProps) {
  return (
    <Picker
      mode="date"
      value={props.value}
      start={min}
      end={max}
      disabled={props.disabled}
      onChange={(event) => props.onChange(event.detail.value)}
    >
      <Chosen {...props} words={props.value || undefined} />
    </Picker>
  );
}

/** A wall-clock time, `08:30`. */
export function ClockEntry(props: EntryProps) {
  return (
    <Picker
      mode="time"
      value={props.value}
      disabled={props.disabled}
      onChange={(event) => take(event.detail.value, props.onChange)}
    >
      <Chosen {...props} words={props.value || undefined} />
    </Picker>
  );
}

function Chosen({
  id,
  words,
  placeholder = '请选择',
  spokenLabel,
  invalid,
  disabled,
}: EntryProps & { words: string | undefined }) {
  const spoken = { 'aria-role': 'button', 'aria-label': `${spokenLabel}，${words ?? placeholder}` };
  const look = `entry entry-chosen ${invalid ? 'is-invalid' : ''} ${disabled ? 'is-disabled' : ''} ${words ? '' : 'is-empty'}`;
  return (
    <View id={id} className={look} {...spoken}>
      <Text>{words ?? placeholder}</Text>
      <View className="icon icon-chevron-down" />
    </View>
  );
}

function attributes({ id, value, invalid, disabled, placeholder, spokenLabel }: EntryProps) {
  return {
    id,
    value,
    disabled,
    placeholder,
    placeholderClass: 'entry-placeholder',
    className: invalid ? 'entry is-invalid' : 'entry',
    'aria-label': spokenLabel,
  };
}
