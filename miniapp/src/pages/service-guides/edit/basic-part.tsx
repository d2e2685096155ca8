import { AUDIENCE_LABELS } from '@county/shared/service-guides/guide-in-words';
import { SERVICE_KIND_LABELS, ServiceKind, type GuideContent } from '@county/shared/service-guides/service-guide';
import { useStaff } from '../../../api/session';
import { Choice } from '../../../ui/choice';
import { Field, TextArea } from '../../../ui/field';
import { Facts } from '../../../ui/surface';
import { OneUnit } from '../one-unit';
import { faultAt, faultWithin } from '../../../components/content-faults';
import type { FormPart } from './form-parts';

const KINDS = ServiceKind.options.map((value) => ({ value, label: SERVICE_KIND_LABELS[value] }));
const AUDIENCES = (['people', 'business'] as const).map((value) => ({ value, label: AUDIENCE_LABELS[value] }));

/** What the matter is called, officially and by everybody, and for whom it is. */
export function BasicPart({ form, write, issues, isNew }: FormPart & { isNew: boolean }) {
  const staff = useStaff();
  const mayChoose = isNew && staff?.role !== 'officer';
  return (
    <>
      {mayChoose ? (
        <OneUnit
          label="主管单位"
          unit={form.unit}
          onChange={(unit) => write({ unit })}
          error={faultAt(issues, 'unitId')}
        />
      ) : (
        <Facts facts={[{ name: '主管单位', value: form.unit?.unitName ?? '—' }]} />
      )}
      <Field
        label="通俗名称"
        hint="群众怎么说就怎么写，例如 给孩子上户口"
        maxLength={40}
        value={form.plainTitle}
        onChange={(plainTitle) => write({ plainTitle })}
        error={faultAt(issues, 'plainTitle')}
      />
      <Field
        label="事项名称"
        hint="权力清单、公共服务清单上的名称"
        maxLength={80}
        value={form.title}
        onChange={(title) => write({ title })}
        error={faultAt(issues, 'title')}
      />
      <Choice<ServiceKind>
        label="事项类别"
        options={KINDS}
        value={form.kind}
        onChange={(kind) => write({ kind })}
        error={faultAt(issues, 'kind')}
      />
      <Choice<GuideContent['audience']>
        label="办给谁"
        options={AUDIENCES}
        value={form.audience}
        onChange={(audience) => write({ audience })}
        error={faultAt(issues, 'audience')}
      />
      <TextArea
        label="大家怎么说"
        hint="查找用的其他说法，一行一个，例如 报户口"
        rows={3}
        value={form.everydayWords}
        onChange={(everydayWords) => write({ everydayWords })}
        error={faultWithin(issues, 'everydayWords')}
      />
    </>
  );
}
