import { auditActionInWords } from '@county/shared/audit/audit-acts';
import type { AuditEntryView } from '@county/shared/audit/audit-entry';
import { dateInWords, monthInWords } from '@county/shared/calendar/day';
import { timeInWords } from '../../../ui/answer';
import { Row } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';

/** One act in plain words; the codes of the trail stand in the file of its month. */
export function EntryRow({ entry }: { entry: AuditEntryView }) {
  const act = auditActionInWords(entry.action);
  const way = DETAILS[entry.detail ?? ''];
  const { at, address, detail, outcome, subjectName } = entry;
  return (
    <Row
      title={`${act}${way ? `（${way}）` : ''}${subjectName ? `：${subjectName}` : ''}`}
      about={[timeInWords(at), whoIn(entry), address && `从\u00a0${address}`].filter(Boolean).join(' · ')}
      foot={detail && detailInWords(detail)}
      end={
        outcome === 'refused' ? (
          <Tag tone="cinnabar" icon="x">
            没有成功
          </Tag>
        ) : null
      }
    />
  );
}

function whoIn({ personId, personName, unitName, address }: AuditEntryView): string {
  // What the server does by itself comes from no address.
  if (personId === null) return address === null ? '系统' : '没有登录的人';
  return `${personName ?? '已注销的人'}${unitName ? `（${unitName}）` : ''}`;
}

const DETAILS: Readonly<Record<string, string>> = {
  wechat: '微信',
  web: '网页',
  demo: '演示',
  published: '同意公开',
  confirmed: '属实',
  declined: '没有同意',
};

/** Words, days or months; ids and codes say nothing to a reader. */
function detailInWords(detail: string): string | null {
  if (/^\d{4}-\d\d$/.test(detail)) return monthInWords(detail);
  if (/^\d{4}-\d\d-\d\d$/.test(detail)) return dateInWords(detail);
  return /[\u4e00-\u9fff]/.test(detail) ? detail : null;
}
