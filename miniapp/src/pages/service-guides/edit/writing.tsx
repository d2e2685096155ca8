import {
  addServiceGuide,
  changeServiceGuide,
  proposeServiceGuide,
} from '@county/shared/service-guides/service-guide-routes';
import type { GuideContent, ServiceGuide } from '@county/shared/service-guides/service-guide';
import { call } from '../../../api/call';
import { today } from '../../../platform/clock';
import { WritingForm } from '../../../components/writing-form';
import { checkForm, type GuideForm } from './guide-form';
import { Parts } from './parts';

interface Props {
  draftKey: string;
  begun: GuideForm;
  /** The guide being changed; none for a new one. */
  guide: ServiceGuide | undefined;
}

/** The long form of a guide, part by part. */
export function WritingPage({ draftKey, begun, guide }: Props) {
  const save = ({ id, changeId, onRevision, reviewOn, unit }: GuideForm, content: GuideContent) =>
    guide
      ? call(changeServiceGuide, { params: { guideId: id }, body: { id: changeId, onRevision, content, reviewOn } })
      : call(addServiceGuide, { body: { id, unitId: unit!.unitId, content, reviewOn } });
  return (
    <WritingForm<GuideForm, GuideContent>
      draftKey={draftKey}
      begun={begun}
      saved={guide}
      check={(form) => checkForm(form, today())}
      save={save}
      propose={(guideId, onRevision) => call(proposeServiceGuide, { params: { guideId }, body: { onRevision } })}
      reviewPage="/pages/service-guides/review/index"
    >
      {(form, write, issues) => (
        <Parts form={form} write={write} issues={issues} isNew={!guide} sampleUrls={guide?.sampleUrls ?? {}} />
      )}
    </WritingForm>
  );
}
