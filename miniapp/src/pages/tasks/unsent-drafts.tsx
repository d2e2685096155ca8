import type { Day } from '@county/shared/calendar/day';
import { draftStanding } from '@county/shared/tasks/lines/draft-rules';
import { today } from '../../platform/clock';
import { openDraft, useReportDrafts, whenDue } from '../../shell/pressing-drafts';
import { timeInWords as momentInWords } from '../../ui/answer';
import { Box } from '../../ui/base/box';
import { Button } from '../../ui/button';
import { confirm } from '../../ui/dialog';
import { Card, Flow, Section, Stack } from '../../ui/surface';
import { Tag } from '../../ui/tag';

/** A draft is no report: near the due day it is called so. */
export function DraftTag({ dueOn }: { dueOn: Day | null }) {
  if (draftStanding(dueOn, today()) === 'quiet') {
    return (
      <Tag tone="amber" icon="pencil">
        草稿未提交
      </Tag>
    );
  }
  return (
    <Tag tone="cinnabar" icon="triangle-alert">
      只有草稿，还没有上报
    </Tag>
  );
}

/** Every report draft on this device, to go on with or to throw away. */
export function UnsentDrafts() {
  const { drafts, discard } = useReportDrafts();
  if (!drafts.length) return null;
  const remove = async (of: string, title: string) => {
    const words = `“${title}”只存在这台设备上，删除后无法找回。`;
    if (await confirm({ title: '删除这份草稿？', words, yes: '删除', danger: true })) discard(of);
  };
  return (
    <Section title={`草稿 ${drafts.length} 份`} about="没有写完的填报，只在这台设备上，还没有提交">
      {drafts.map(({ of, value, savedAt }) => {
        const title = value.title ?? '填报';
        return (
          <Card key={of}>
            <Stack>
              <Flow>
                <DraftTag dueOn={value.dueOn ?? null} />
              </Flow>
              <Box className="row-title is-brief">{title}</Box>
              <Box className="row-about">
                {[`${momentInWords(savedAt)} 保存`, whenDue(value.dueOn), value.note?.slice(0, 40)]
                  .filter(Boolean)
                  .join(' · ')}
              </Box>
              <Flow>
                <Button icon="pencil" onPress={() => void openDraft(of)}>
                  继续填写
                </Button>
                <Button kind="quiet" icon="trash-2" onPress={() => void remove(of, title)}>
                  删除
                </Button>
              </Flow>
            </Stack>
          </Card>
        );
      })}
    </Section>
  );
}
