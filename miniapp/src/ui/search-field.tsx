import { useDisplay } from '../theme/display';
import { Box } from './base/box';
import { LineEntry } from './base/entry';
import { LabelFor } from './base/label-for';
import { Press } from './base/press';
import { Icon } from './icon';
import { useUiId } from './ui-id';

interface SearchFieldProps {
  /** What is searched; spoken, and shown while empty. */
  label: string;
  value: string;
  onChange(value: string): void;
  /** Searches on Enter; without it the list follows each letter. */
  onSearch?: () => void;
  maxLength?: number;
}

export function SearchField({ label, value, onChange, onSearch, maxLength }: SearchFieldProps) {
  const id = useUiId('search');
  const ageFriendly = useDisplay((display) => display.ageFriendly);
  const field = (
    <Box className="search">
      <Icon name="search" />
      <LineEntry
        id={id}
        kind="search"
        value={value}
        onChange={onChange}
        onEnter={onSearch}
        maxLength={maxLength}
        spokenLabel={label}
        placeholder={ageFriendly ? '' : label}
      />
      {value ? (
        <Press className="search-clear" label="清除" onPress={() => onChange('')}>
          <Icon name="x" />
        </Press>
      ) : null}
    </Box>
  );
  // In large letters the words would not go into the field: they stand above it, and wrap.
  return (
    <Box className={ageFriendly ? 'field' : ''}>
      <LabelFor id={id} className={ageFriendly ? 'field-label' : 'spoken-only'}>
        {label}
      </LabelFor>
      {field}
    </Box>
  );
}
