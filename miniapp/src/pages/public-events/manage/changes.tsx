import { printedNotice } from '@county/shared/public-events/event-notice';
import type { EventAttachment, EventField } from '@county/shared/public-events/event-content';
import type { PublicEvent } from '@county/shared/public-events/event-record';
import { EVENT_KIND_LABELS, EVENT_SUBJECT_LABELS } from '@county/shared/public-events/event-words';
import type { EventPlaceView, PublicEventDraft } from '@county/shared/public-events/public-event';
import { getPublicEvent } from '@county/shared/public-events/public-event-routes';
import { useCall } from '../../../api/use-call';
import { FieldBeside, WholeText } from '../../../components/field-beside';
import { Answer } from '../../../ui/answer';
import { addressOf } from '../../../platform/transport';
import { OutsideLink } from '../../../ui/base/outside-link';
import { Flow, Section } from '../../../ui/surface';
import { asShown } from './as-shown';

interface Props {
  event: PublicEventDraft;
  place: EventPlaceView;
}

/** What is being changed, the public words beside the new ones; the whole notice where nothing is public yet. */
export function EventChanges({ event, place }: Props) {
  const isOut = event.publishedVersion !== null;
  const before = useCall(getPublicEvent, isOut ? { params: { eventId: event.id } } : null);
  if (!isOut) return <Beside event={event} place={place} before={undefined} />;
  return <Answer of={before}>{(shown) => <Beside event={event} place={place} before={shown} />}</Answer>;
}

function Beside({ event, place, before }: Props & { before: PublicEvent | undefined }) {
  // What is written is set beside the wording that was let out, not beside seats given since.
  const after = fieldsOf({ ...asShown(event, place), counts: [] });
  const old = before ? fieldsOf({ ...before, counts: [] }) : [];
  const fields = pairs(old, after);
  // What was just let out is the same as what is public, though the public reply may be some seconds old.
  if (!before || !fields.length || event.state === 'published' || event.state === 'withdrawn')
    return (
      <Section title={before ? '公开的内容' : '全文'} about={before ? undefined : '还没有公开过，请从头看到尾'}>
        <WholeText fields={after} />
        <Attachments event={event} />
      </Section>
    );
  return (
    <Section title={`改了 ${fields.length} 处`} about="灰底是群众现在看到的，绿底是新写的">
      {fields.map((field) => (
        <FieldBeside key={field.label} {...field} />
      ))}
      <Attachments event={event} />
    </Section>
  );
}

/** What is let out with the notice is opened before. */
function Attachments({ event: { content, attachmentUrls } }: { event: PublicEventDraft }) {
  const opened = content.attachments.flatMap(({ fileId, title }) => {
    const url = attachmentUrls[fileId];
    return url ? [{ fileId, title, url }] : [];
  });
  if (!opened.length) return null;
  return (
    <Flow>
      {opened.map(({ fileId, title, url }) => (
        <OutsideLink key={fileId} url={addressOf(url)} className="button button-secondary">
          {`打开附件：${title}`}
        </OutsideLink>
      ))}
    </Flow>
  );
}

interface NoticeField {
  label: string;
  lines: readonly string[];
}

type Shown = Parameters<typeof printedNotice>[0];

function fieldsOf(event: Shown): NoticeField[] {
  const { kind, subject, place, signUp, attachments } = event.content;
  const at = place.position;
  return [
    { label: '类型和领域', lines: [EVENT_KIND_LABELS[kind], EVENT_SUBJECT_LABELS[subject]] },
    ...printedNotice(event).sections.map(({ heading, lines }) => ({
      label: heading.endsWith('主题和内容') ? '主题和内容' : heading,
      lines,
    })),
    { label: '地图上的位置', lines: at ? [`东经 ${at.longitude}，北纬 ${at.latitude}`] : [] },
    { label: '一次最多报几人', lines: signUp ? [`${signUp.mostPeople} 人`] : [] },
    { label: '报名还要填的', lines: signUp?.fields.map(askedInWords) ?? [] },
    // The paper says how many and what they are called: that another file stands under the name shows here alone.
    { label: '附件和文件', lines: attachments.map(attachmentInWords) },
  ].filter(({ lines }) => lines.length > 0);
}

const WAYS = { text: '写字', choice: '选一项', 'yes-no': '选是或否' } as const;

const askedInWords = ({ label, kind, options, isRequired }: EventField): string =>
  `${label}（${[WAYS[kind], options.join('、'), isRequired ? '必填' : '选填'].filter(Boolean).join('；')}）`;

const attachmentInWords = ({ title, isPaper, fileId }: EventAttachment): string =>
  `${title}${isPaper ? '（听证材料）' : ''}，文件编号尾数 ${fileId.slice(-6)}`;

/** Fields whose lines differ, those that went away too. */
function pairs(before: readonly NoticeField[], after: readonly NoticeField[]) {
  const labels = [...new Set([...after, ...before].map(({ label }) => label))];
  const linesOf = (fields: readonly NoticeField[], label: string) =>
    fields.find((one) => one.label === label)?.lines ?? [];
  return labels
    .map((label) => ({ label, before: linesOf(before, label), after: linesOf(after, label) }))
    .filter((pair) => pair.before.join('\n') !== pair.after.join('\n'));
}
