import { handbookFaults, personalDataScan } from '@county/shared/service-guides/guide-faults';
import { canReview } from '@county/shared/writings/writing-rules';
import type { Handbook } from '@county/shared/service-guides/handbook';
import { reviewHandbook } from '@county/shared/service-guides/handbook-routes';
import type { PublicLineReview } from '@county/shared/tasks/public/public-line';
import { useRouter } from '@tarojs/taro';
import { call } from '../../../api/call';
import { useKeptGuides, useRenewedGuides } from '../../../api/kept-guides';
import { useStaff } from '../../../api/session';
import { ReviewForm } from '../../../components/review-form';
import { SignInFirst } from '../../../shell/sign-in-first';
import { ListAnswer, timeInWords } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { EmptyState } from '../../../ui/empty-state';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Card, Facts, Flow, Section, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { GuideStateTag } from '../guide-state';
import { useHandbook } from '../use-handbook';
import { HandbookActions } from './handbook-actions';
import { HandbookChanges } from './handbook-changes';
import '../guides.scss';

/** One handbook at the office: how far it is, what is being changed, what this person may do with it. */
export default function HandbookAtTheOffice() {
  const staff = useStaff();
  const { params } = useRouter();
  useRenewedGuides();
  const { list, handbook } = useHandbook(staff ? params.id : undefined);
  if (!staff) return <SignInFirst title="一本通" />;
  return (
    <Page title={handbook?.content.title ?? '一本通'} about={handbook?.content.matter}>
      <ListAnswer of={list} empty={<NotFound />}>
        {() => (handbook ? <AtTheOffice handbook={handbook} reload={list.reload} /> : <NotFound />)}
      </ListAnswer>
    </Page>
  );
}

interface PartProps {
  handbook: Handbook;
  reload(): Promise<void>;
}

function AtTheOffice({ handbook, reload }: PartProps) {
  return (
    <>
      {handbook.declineReason === null || handbook.state !== 'draft' ? null : (
        <Notice kind="warn" title="审查人退回">
          {handbook.declineReason}
        </Notice>
      )}
      {handbook.withdrawnReason === null ? null : (
        <Notice kind="danger" title="已撤下，群众看到的是撤下说明">{`原因：${handbook.withdrawnReason}`}</Notice>
      )}
      <Card>
        <Stack>
          <Flow>
            <GuideStateTag state={handbook.state} />
          </Flow>
          <Facts
            facts={[
              { name: '编写单位', value: handbook.unitName },
              { name: '起草', value: `${handbook.writtenByName}，${timeInWords(handbook.writtenAt)}` },
              { name: '公开', value: handbook.publishedAt ? timeInWords(handbook.publishedAt) : '还没有公开过' },
            ]}
          />
        </Stack>
      </Card>
      <Review handbook={handbook} reload={reload} />
      <HandbookActions handbook={handbook} reload={reload} />
      <HandbookChanges handbook={handbook} />
    </>
  );
}

/** Another person lets it out, or sends it back with the reason. */
function Review({ handbook, reload }: PartProps) {
  const staff = useStaff();
  const guides = useKeptGuides((state) => state.guides);
  if (!staff || handbook.state !== 'proposed') return null;
  const verdict = canReview(handbook, staff);
  const faults = guides ? handbookFaults(handbook.content, new Set(guides.map(({ id }) => id))) : [];
  const send = async (review: PublicLineReview) => {
    const body = { onRevision: handbook.revision, review };
    const answer = await call(reviewHandbook, { params: { handbookId: handbook.id }, body });
    if (!answer.ok) return answer.failure;
    toast(review.outcome === 'published' ? '已公开' : '已退回');
    await reload();
    return undefined;
  };
  return (
    <Section title="审查" about="请先看完下面改了什么">
      <Card>
        <Stack>
          <Box className="row-about">{personalDataScan(handbook.content)}</Box>
          {verdict.allowed ? (
            <ReviewForm
              approve="审查通过，公开"
              decline="退回"
              whyNotApprove={faults[0]?.message ?? null}
              send={send}
            />
          ) : (
            <Box className="row-about">{verdict.reason}</Box>
          )}
        </Stack>
      </Card>
    </Section>
  );
}

function NotFound() {
  return (
    <Card>
      <EmptyState icon="list-checks" title="没有找到这份一本通">
        请从“一本通维护”里打开。
      </EmptyState>
    </Card>
  );
}
