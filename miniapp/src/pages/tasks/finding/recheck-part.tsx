import { dayInWords } from '@county/shared/calendar/day';
import { RECHECK_OUTCOME_LABELS, RECHECK_WAY_LABELS, type RecheckView } from '@county/shared/tasks/findings/recheck';
import type { AssignmentView } from '@county/shared/tasks/task-views';
import { Box } from '../../../ui/base/box';
import { Card, Flow, Section, Stack } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';

/** 复查: everything others found of it, the newest first. */
export function RecheckPart({ line }: { line: AssignmentView }) {
  const { finding, mayReadReports } = line;
  if (!finding || !mayReadReports) return null;
  const { rechecks } = finding;
  return (
    <Section title={rechecks.length > 1 ? `复查 ${rechecks.length} 次` : '复查'}>
      <Card>
        {rechecks.length ? (
          <Stack>
            {rechecks.map((recheck) => (
              <OneRecheck key={recheck.id} recheck={recheck} />
            ))}
          </Stack>
        ) : (
          <Box className="row-about">还没有复查。办结后由其他单位的督查员复查，到位了才能销号。</Box>
        )}
      </Card>
    </Section>
  );
}

function OneRecheck({ recheck }: { recheck: RecheckView }) {
  const isMet = recheck.outcome === 'met';
  return (
    <Box className="stack">
      <Flow>
        <RecheckTag outcome={recheck.outcome} />
        <Box as="span" className="row-about">
          {`${dayInWords(recheck.checkedOn)} · ${RECHECK_WAY_LABELS[recheck.way]} · ${recheck.byUnitName} ${recheck.byName}`}
        </Box>
      </Flow>
      <Box>{recheck.words}</Box>
      {isMet ? null : <Box className="row-about">已退回责任单位，重新办结后再次复查</Box>}
    </Box>
  );
}

/** What a recheck found, in colour, icon and word. */
export function RecheckTag({ outcome }: Pick<RecheckView, 'outcome'>) {
  return (
    <Tag tone={outcome === 'met' ? 'pine' : 'cinnabar'} icon={outcome === 'met' ? 'badge-check' : 'circle-alert'}>
      {RECHECK_OUTCOME_LABELS[outcome]}
    </Tag>
  );
}
