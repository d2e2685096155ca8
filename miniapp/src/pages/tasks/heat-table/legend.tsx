import { PROVISIONAL_WORDS } from '@county/shared/calendar/working-days';
import { Box } from '../../../ui/base/box';
import { Flow } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';

/** What the signs mean, in words: colour is never the only one. */
export function Legend({ isProvisional }: { isProvisional: boolean }) {
  return (
    <Box className="legend" role="note" label="图例">
      <Flow>
        <Tag tone="cinnabar" icon="triangle-alert">
          已过时限，或逾期才办结
        </Tag>
        <Tag tone="amber" icon="clock">
          {isProvisional ? `30 个工作日内到期（${PROVISIONAL_WORDS}）` : '30 个工作日内到期'}
        </Tag>
        <Tag tone="amber" icon="calendar-days">
          长期任务，本期还没有填报
        </Tag>
        <Tag tone="pine" icon="check">
          未到期
        </Tag>
        <Tag tone="pine" icon="circle-check">
          按期办结、销号
        </Tag>
        <Tag tone="blue" icon="undo-2">
          退回待改
        </Tag>
        <Tag tone="stone" icon="refresh-cw">
          长期任务，本期已填报
        </Tag>
      </Flow>
      <Box className="row-about">
        “—”：不涉及，或不在筛选范围内。“未报”不等于
        0%。填报率和按时率分开看；没有到期的不算按时率；长期任务看本期。单位和任务按县里的固定顺序排列，不排名。
      </Box>
    </Box>
  );
}
