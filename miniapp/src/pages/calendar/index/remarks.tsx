import type { NoticeRemark } from '@county/shared/calendar/calendar-year';
import { Notice } from '../../../ui/notice';

const LOOKS = { error: 'danger', warning: 'warn', note: 'info' } as const;

/** What a person should look at before a notice is entered: the gravest first. */
export function Remarks({ remarks }: { remarks: readonly NoticeRemark[] }) {
  return (
    <>
      {remarks.map(({ severity, excerpt, message }) => (
        <Notice key={`${excerpt} ${message}`} kind={LOOKS[severity]} title={message}>
          {excerpt ? `原文：${excerpt}` : undefined}
        </Notice>
      ))}
    </>
  );
}
