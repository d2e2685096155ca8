import { REMARK_FIELD_LABELS, RemarkField } from '@county/shared/tasks/lines/assignment-step';
import { issueAt } from '../../api/failure';
import { Checks } from '../../ui/choice';
import { TextArea } from '../../ui/field';

interface RemarkFieldsProps {
  fields: readonly RemarkField[];
  words: Partial<Record<RemarkField, string>>;
  onFields(fields: RemarkField[]): void;
  onWords(words: Partial<Record<RemarkField, string>>): void;
  issues: Parameters<typeof issueAt>[0];
}

/** 逐项意见: what of the work is to be put right, and a remark on each, shown on the phone where it is filled in. */
export function RemarkFields({ fields, words, onFields, onWords, issues }: RemarkFieldsProps) {
  return (
    <>
      <Checks<RemarkField>
        label="哪几项要改"
        hint="选中后写意见，对方在手机上填到那一项时会看到"
        options={RemarkField.options.map((value) => ({ value, label: REMARK_FIELD_LABELS[value] }))}
        values={fields}
        onChange={onFields}
      />
      {fields.map((field, index) => (
        <TextArea
          key={field}
          label={`对“${REMARK_FIELD_LABELS[field]}”的意见`}
          rows={2}
          maxLength={300}
          value={words[field] ?? ''}
          onChange={(text) => onWords({ ...words, [field]: text })}
          error={issueAt(issues, `remarks.${index}.words`)}
        />
      ))}
    </>
  );
}
