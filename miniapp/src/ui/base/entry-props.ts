/** What all fields a person fills in share. */
export interface EntryProps {
  id: string;
  value: string;
  onChange(value: string): void;
  /** Spoken name in WeChat, where a label cannot be tied to its field. */
  spokenLabel: string;
  describedBy?: string;
  invalid?: boolean;
  disabled?: boolean;
  required?: boolean;
  placeholder?: string;
}

export interface LineEntryProps extends EntryProps {
  kind?: 'text' | 'phone' | 'number' | 'password' | 'search';
  maxLength?: number;
  /** What the browser may fill in, such as `current-password`. */
  autoComplete?: string;
  onEnter?: () => void;
}

export interface WordsEntryProps extends EntryProps {
  maxLength?: number;
  rows?: number;
}

export interface OptionEntryProps extends EntryProps {
  options: readonly { value: string; label: string }[];
}

export interface DayEntryProps extends EntryProps {
  min?: string;
  max?: string;
}
