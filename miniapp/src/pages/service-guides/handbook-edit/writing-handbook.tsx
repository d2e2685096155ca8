import type { Handbook, HandbookContent } from '@county/shared/service-guides/handbook';
import { addHandbook, changeHandbook, proposeHandbook } from '@county/shared/service-guides/handbook-routes';
import { call } from '../../../api/call';
import { useKeptGuides } from '../../../api/kept-guides';
import { WritingForm } from '../../../components/writing-form';
import { HandbookFields } from './handbook-fields';
import { checkForm, type HandbookForm } from './handbook-form';

interface Props {
  draftKey: string;
  begun: HandbookForm;
  /** The handbook being changed; none for a new one. */
  handbook: Handbook | undefined;
}

/** The form of a handbook; its steps are chosen from the guides everybody may read. */
export function WritingHandbook({ draftKey, begun, handbook }: Props) {
  const guides = useKeptGuides((state) => state.guides);
  const save = ({ id, changeId, onRevision, unit }: HandbookForm, content: HandbookContent) =>
    handbook
      ? call(changeHandbook, { params: { handbookId: id }, body: { id: changeId, onRevision, content } })
      : call(addHandbook, { body: { id, unitId: unit!.unitId, content } });
  return (
    <WritingForm<HandbookForm, HandbookContent>
      draftKey={draftKey}
      begun={begun}
      saved={handbook}
      check={(form) => checkForm(form, new Set(guides?.map(({ id }) => id)))}
      save={save}
      propose={(handbookId, onRevision) => call(proposeHandbook, { params: { handbookId }, body: { onRevision } })}
      reviewPage="/pages/service-guides/handbook-review/index"
    >
      {(form, write, issues) => (
        <HandbookFields form={form} write={write} issues={issues} guides={guides ?? []} isNew={!handbook} />
      )}
    </WritingForm>
  );
}
