import { allFields, changedFields } from '@county/shared/service-guides/guide-in-words';
import { getPublicGuide } from '@county/shared/service-guides/service-guide-routes';
import type { PublicGuide, ServiceGuide } from '@county/shared/service-guides/service-guide';
import { useCall } from '../../../api/use-call';
import { Answer } from '../../../ui/answer';
import { Section } from '../../../ui/surface';
import { FieldBeside, WholeText } from '../../../components/field-beside';
import { useUnitName } from '../use-unit-name';

/** What is being changed, the public words beside the new ones; the whole text where nothing is public yet. */
export function GuideChanges({ guide }: { guide: ServiceGuide }) {
  const isOut = guide.publishedVersion !== null;
  const before = useCall(getPublicGuide, isOut ? { params: { guideId: guide.id }, query: {} } : null);
  if (!isOut) return <Beside guide={guide} before={undefined} />;
  return <Answer of={before}>{(shown) => <Beside guide={guide} before={shown} />}</Answer>;
}

function Beside({ guide, before }: { guide: ServiceGuide; before: PublicGuide | undefined }) {
  const accepting = useUnitName(guide.content.acceptingUnitId);
  const deciding = useUnitName(guide.content.decidingUnitId);
  const after = allFields(guide.content, { accepting, deciding: guide.content.decidingUnitId ? deciding : null });
  const old = before
    ? allFields(before.content, { accepting: before.acceptingUnitName, deciding: before.decidingUnitName })
    : [];
  const fields = changedFields(old, after);
  // What was just let out is the same as what is public, though the public reply may be some seconds old.
  if (!before || !fields.length || guide.state === 'published')
    return (
      <Section title={before ? '公开的内容' : '全文'} about={before ? undefined : '还没有公开过，请从头看到尾'}>
        <WholeText fields={after} />
      </Section>
    );
  return (
    <Section title={`改了 ${fields.length} 处`} about="灰底是群众现在看到的，绿底是新写的">
      {fields.map((field) => (
        <FieldBeside key={field.label} {...field} />
      ))}
    </Section>
  );
}
