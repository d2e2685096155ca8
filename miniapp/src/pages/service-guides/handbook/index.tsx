import type { HandbookContent, PublicHandbook } from '@county/shared/service-guides/handbook';
import { useRouter } from '@tarojs/taro';
import { usePublicHandbook } from '../../../api/whole-guides';
import { isNotThere, NotThere } from '../../../components/not-there';
import { GuideRow } from '../../../components/guide-row';
import { withQuery } from '../../../platform/navigation';
import { Answer } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Icon } from '../../../ui/icon';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { ShareButton } from '../../../ui/share-button';
import { Card, Flow, Row, Section, Stack } from '../../../ui/surface';
import '../guides.scss';

/** 一本通: one matter of a life, step by step, what can be done at the same time, and what is handed in once. */
export default function HandbookPage() {
  const { params } = useRouter();
  const handbookId = params.id ?? '';
  const handbook = usePublicHandbook(handbookId);
  if (!handbookId || isNotThere(handbook.failure))
    return <NotThere title="一本通" what="这份一本通" failure={handbook.failure} />;
  return (
    <Page title={handbook.data?.content.matter ?? '一本通'} about={handbook.data?.content.title}>
      <Answer of={handbook} shape="words">
        {(shown) => <Steps handbook={shown} />}
      </Answer>
    </Page>
  );
}

function Steps({ handbook }: { handbook: PublicHandbook }) {
  const { content, guides } = handbook;
  const found = new Map(guides.map((guide) => [guide.id, guide]));
  return (
    <>
      {handbook.withdrawnReason === null ? null : (
        <Notice kind="danger" title="这份一本通已撤下，不要照着办">
          {`原因：${handbook.withdrawnReason}`}
        </Notice>
      )}
      {content.intro ? <Box>{content.intro}</Box> : null}
      <SubmittedOnce papers={content.submittedOnce} />
      {stages(content.steps).map((stage, index) => (
        <Section
          key={stage[0]?.guideId}
          title={`第 ${index + 1} 步`}
          about={stage.length > 1 ? `这 ${stage.length} 件可以同时办，不分先后` : undefined}
        >
          <Card flush>
            {stage.map(({ guideId, note }) => {
              const guide = found.get(guideId);
              return guide ? (
                <GuideRow key={guideId} guide={guide} note={note} />
              ) : (
                <Row
                  key={guideId}
                  icon="circle-alert"
                  title="这一步的指南已撤下"
                  about={note || `请问${handbook.unitName}`}
                />
              );
            })}
          </Card>
        </Section>
      ))}
      <Box className="section-about">{`由${handbook.unitName}编写`}</Box>
      <Flow>
        <ShareButton
          title={content.title}
          path={withQuery('/pages/service-guides/handbook/index', { id: handbook.id })}
          to="family"
        />
      </Flow>
    </>
  );
}

function SubmittedOnce({ papers }: { papers: readonly string[] }) {
  if (!papers.length) return null;
  return (
    <Section title="只交一次" about="第一次交了，后面的步骤不用再交">
      <Card>
        <Stack>
          {papers.map((paper) => (
            <Box key={paper} className="guide-step">
              <Icon name="circle-check" />
              <Box className="guide-step-words">{paper}</Box>
            </Box>
          ))}
        </Stack>
      </Card>
    </Section>
  );
}

type Step = HandbookContent['steps'][number];

/** Steps that may be done at the same time stand together. */
function stages(steps: readonly Step[]): Step[][] {
  const found: Step[][] = [];
  for (const step of steps) {
    const last = found[found.length - 1];
    if (step.isParallel && last) last.push(step);
    else found.push([step]);
  }
  return found;
}
