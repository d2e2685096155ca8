import { changedFields, type GuideField } from '@county/shared/service-guides/guide-in-words';
import { isPublic } from '@county/shared/writings/writing-rules';
import type { Handbook, HandbookContent } from '@county/shared/service-guides/handbook';
import { getPublicHandbook } from '@county/shared/service-guides/handbook-routes';
import { useKeptGuides } from '../../../api/kept-guides';
import { useCall } from '../../../api/use-call';
import { Answer } from '../../../ui/answer';
import { Section } from '../../../ui/surface';
import { FieldBeside, WholeText } from '../../../components/field-beside';

/** What is being changed, the public words beside the new ones; the whole where nothing is public. */
export function HandbookChanges({ handbook }: { handbook: Handbook }) {
  const isOut = isPublic(handbook);
  const before = useCall(getPublicHandbook, isOut ? { params: { handbookId: handbook.id } } : null);
  // What was just let out is the same as what is public, though the public reply may be some seconds old.
  if (!isOut || handbook.state === 'published') return <Beside after={handbook.content} before={undefined} />;
  return <Answer of={before}>{(shown) => <Beside after={handbook.content} before={shown.content} />}</Answer>;
}

function Beside({ after, before }: { after: HandbookContent; before: HandbookContent | undefined }) {
  const guides = useKeptGuides((state) => state.guides);
  const names = new Map(guides?.map(({ id, plainTitle }) => [id, plainTitle]));
  const nameOf = (guideId: string) => names.get(guideId) ?? '（没有公开的指南）';
  const whole = fieldsOf(after, nameOf);
  const fields = changedFields(before ? fieldsOf(before, nameOf) : [], whole);
  if (before && fields.length)
    return (
      <Section title={`改了 ${fields.length} 处`} about="灰底是群众现在看到的，绿底是新写的">
        {fields.map((field) => (
          <FieldBeside key={field.label} {...field} />
        ))}
      </Section>
    );
  return (
    <Section title={before ? '公开的内容' : '全文'}>
      <WholeText fields={whole} />
    </Section>
  );
}

const fieldsOf = (content: HandbookContent, nameOf: (guideId: string) => string): GuideField[] => [
  { label: '一本通名称', lines: [content.title] },
  { label: '人生大事', lines: [content.matter] },
  { label: '说明', lines: content.intro ? [content.intro] : [] },
  {
    label: '步骤',
    lines: content.steps.map(({ guideId, note, isParallel }, index) => {
      const beside = isParallel ? '（可与上一步同时办）' : '';
      return `${index + 1}. ${nameOf(guideId)}${beside}${note ? `：${note}` : ''}`;
    }),
  },
  { label: '只交一次的材料', lines: content.submittedOnce },
];
