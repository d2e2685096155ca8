import type { Complaint } from '@county/shared/complaints/complaint';
import { timeInWords } from '../../ui/answer';
import { Box } from '../../ui/base/box';
import { Flow } from '../../ui/surface';
import { Tag } from '../../ui/tag';

/** What was written, when, and whether it has been answered. */
export function ComplaintWords({ complaint }: { complaint: Pick<Complaint, 'words' | 'answer' | 'filedAt'> }) {
  return (
    <>
      <Flow>
        <Tag tone={complaint.answer ? 'pine' : 'amber'} icon={complaint.answer ? 'circle-check' : 'clock'}>
          {complaint.answer ? '已答复' : '待答复'}
        </Tag>
        <Box as="span" className="row-about">
          {timeInWords(complaint.filedAt)}
        </Box>
      </Flow>
      <Box>{complaint.words}</Box>
    </>
  );
}
