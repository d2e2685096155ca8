import { getServiceGuide } from '@county/shared/service-guides/service-guide-routes';
import type { ServiceGuide } from '@county/shared/service-guides/service-guide';
import { useRouter } from '@tarojs/taro';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer, timeInWords } from '../../../ui/answer';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Card, Facts, Flow, Stack } from '../../../ui/surface';
import { GuideStateTag, StaleTag } from '../guide-state';
import { EarlierVersions } from './earlier-versions';
import { GuideActions } from './guide-actions';
import { GuideChanges } from './guide-changes';
import { GuideReview } from './guide-review';
import '../guides.scss';

/** One guide at the office: how far it is, what is being changed, and what this person may do with it. */
export default function GuideAtTheOffice() {
  const staff = useStaff();
  const { params } = useRouter();
  const guideId = params.id ?? '';
  const guide = useCall(getServiceGuide, staff && guideId ? { params: { guideId } } : null);
  if (!staff) return <SignInFirst title="办事指南" />;
  return (
    <Page title={guide.data?.content.plainTitle ?? '办事指南'} about={guide.data?.content.title}>
      <Answer of={guide} shape="words">
        {(shown) => (
          <>
            <Standing guide={shown} />
            <GuideReview guide={shown} onDone={guide.replace} />
            <GuideActions guide={shown} onDone={guide.replace} />
            <GuideChanges guide={shown} />
            {shown.publishedVersion === null ? null : (
              <EarlierVersions key={shown.revision} guide={shown} onDone={guide.replace} />
            )}
          </>
        )}
      </Answer>
    </Page>
  );
}

function Standing({ guide }: { guide: ServiceGuide }) {
  const version = guide.publishedVersion;
  return (
    <>
      {guide.declineReason === null || guide.state !== 'draft' ? null : (
        <Notice kind="warn" title="审查人退回">
          {guide.declineReason}
        </Notice>
      )}
      {guide.withdrawnReason === null ? null : (
        <Notice kind="danger" title="已撤下，群众看到的是撤下说明">
          {`原因：${guide.withdrawnReason}`}
        </Notice>
      )}
      <Card>
        <Stack>
          <Flow>
            <GuideStateTag state={guide.state} />
            {guide.isStale ? <StaleTag reviewOn={guide.reviewOn} /> : null}
          </Flow>
          <Facts
            facts={[
              { name: '主管单位', value: guide.unitName },
              { name: '起草', value: `${guide.writtenByName}，${timeInWords(guide.writtenAt)}` },
              {
                name: '公开',
                value:
                  version && guide.publishedAt ? `第 ${version} 版，${timeInWords(guide.publishedAt)}` : '还没有公开过',
              },
              { name: '下次核对', value: guide.reviewOn },
            ]}
          />
        </Stack>
      </Card>
    </>
  );
}
