import type { FieldIssue } from '@county/shared/http/problem';
import { Field } from '../ui/field';
import { faultAt } from './content-faults';

interface Contact {
  name: string;
  post: string;
  phone: string;
}

interface ContactFieldsProps {
  /** What they are called: `联系人` and `联系电话`, `咨询人` and `咨询电话`. */
  who: string;
  phoneLabel: string;
  hint: string;
  contact: Contact;
  onChange(contact: Contact): void;
  issues: readonly FieldIssue[];
}

/** Whom residents ring: name, post and the office's number. */
export function ContactFields({ who, phoneLabel, hint, contact, onChange, issues }: ContactFieldsProps) {
  const change = (part: Partial<Contact>) => onChange({ ...contact, ...part });
  return (
    <>
      <Field
        label={who}
        hint={hint}
        maxLength={30}
        value={contact.name}
        onChange={(name) => change({ name })}
        error={faultAt(issues, 'contact.name')}
      />
      <Field
        label="职务"
        optional
        maxLength={40}
        value={contact.post}
        onChange={(post) => change({ post })}
        error={faultAt(issues, 'contact.post')}
      />
      <Field
        label={phoneLabel}
        hint="办公电话，例如 0800-5501234"
        kind="phone"
        maxLength={26}
        value={contact.phone}
        onChange={(phone) => change({ phone })}
        error={faultAt(issues, 'contact.phone')}
      />
    </>
  );
}
