import { SuggestEntry } from './base/entry';
import { Framed, type FieldFrame, type Option, type Values } from './field';

/** Words with suggestions beneath, for lists too long to scroll; the value is the label as written. */
export function SuggestField({ options, ...props }: FieldFrame & Values & { options: readonly Option[] }) {
  return <Framed {...props}>{(entry) => <SuggestEntry {...entry} options={options} />}</Framed>;
}
