import { shanghaiDay } from '@county/shared/calendar/day';
import { NOT_YET_PUBLIC, type PublicGuide } from '@county/shared/service-guides/service-guide';
import { useRouter } from '@tarojs/taro';
import type { Failure } from '../../../api/failure';
import { usePublicGuide } from '../../../api/whole-guides';
import { isNotThere, NotThere } from '../../../components/not-there';
import { useBookingPage } from '../../../api/booking-page';
import { guidePage, myListPage } from '../../../navigation/guide-pages';
import { callable, ring } from '../../../platform/device';
import { goTo, replaceWith, withQuery } from '../../../platform/navigation';
import { Answer } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/empty-state';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { ShareButton } from '../../../ui/share-button';
import { Card, Flow, Row, Section } from '../../../ui/surface';
import { WhereDone } from '../where-done';
import { Essentials } from './essentials';
import { Materials } from './materials';
import { MistakesAndQuestions } from './mistakes-and-questions';
import { Conditions, Steps, TenFields } from './ten-fields';
import { Versions } from './versions';
import '../guides.scss';

/** One guide: what matters first, then everything it says, as it is or as it was on the day somebody went. */
export default function GuidePage() {
  const { params } = useRouter();
  const guideId = params.id ?? '';
  const guide = usePublicGuide(guideId, params.on);
  if (!guideId || isNotThere(guide.failure))
    return <NoGuide guideId={guideId} on={params.on} failure={guide.failure} />;
  return (
    <Page title={guide.data?.content.plainTitle ?? '办事指南'} about={guide.data?.content.title}>
      <Answer of={guide} shape="words">
        {(shown) => <Guide guide={shown} />}
      </Answer>
    </Page>
  );
}

/** A day on which it was not public yet is no torn link: since when it is, and today's version. */
function NoGuide({ guideId, on, failure }: { guideId: string; on: string | undefined; failure: Failure | undefined }) {
  const isNotYet = on !== undefined && failure?.kind === 'refused' && failure.problem.code === NOT_YET_PUBLIC;
  if (!isNotYet) return <NotThere title="办事指南" what="这份办事指南" failure={failure} />;
  const current = guidePage(guideId);
  return (
    <Page title="办事指南">
      <Card>
        <EmptyState
          icon="calendar-days"
          title={failure.problem.message}
          action={
            <Flow>
              <Button kind="primary" icon="file-text" href={current} onPress={() => void replaceWith(current)}>
                看今天的版本
              </Button>
              <Button icon="clipboard-list" href="/tabs/affairs/index">
                看全部办事指南
              </Button>
            </Flow>
          }
        >
          那天去办事要带什么，可以打电话问主管单位，或拨打 12345。
        </EmptyState>
      </Card>
    </Page>
  );
}

function Guide({ guide }: { guide: PublicGuide }) {
  const { content } = guide;
  const isCurrent = guide.supersededAt === null && guide.withdrawnReason === null;
  const booking = useBookingPage(isCurrent ? { guideId: guide.id } : null);
  const questions = withQuery('/pages/service-guides/questions/index', { id: guide.id });
  const list = myListPage(guide.id, '');
  const sheet = withQuery('/pages/service-guides/sheet/index', {
    guide: guide.id,
    on: isCurrent ? '' : shanghaiDay(guide.publishedAt),
  });
  return (
    <>
      <Standing guide={guide} />
      <Essentials guide={guide} />
      {isCurrent ? (
        content.tree ? (
          <Button kind="primary" icon="list-checks" wide href={questions} onPress={() => void goTo(questions)}>
            几个问题，得出我的清单
          </Button>
        ) : (
          <Button kind="primary" icon="list-checks" wide href={list} onPress={() => void goTo(list)}>
            我的材料清单
          </Button>
        )
      ) : null}
      {booking ? (
        <Button icon="calendar-check" wide href={booking} onPress={() => void goTo(booking)}>
          预约办理
        </Button>
      ) : null}
      <Materials guide={guide} />
      <WhereDone guide={guide} />
      <Conditions guide={guide} />
      <Steps guide={guide} />
      <Contact guide={guide} />
      <MistakesAndQuestions content={content} />
      <TenFields guide={guide} />
      <Versions guide={guide} />
      <Flow>
        <ShareButton title={content.plainTitle} path={guidePage(guide.id)} to="family" />
        <Button icon="printer" href={sheet} onPress={() => void goTo(sheet)}>
          打印版
        </Button>
      </Flow>
    </>
  );
}

/** Said first: that this is not how it is done now. */
function Standing({ guide }: { guide: PublicGuide }) {
  if (guide.withdrawnReason !== null)
    return (
      <Notice kind="danger" title="这份指南已撤下，不要照着办">
        {`原因：${guide.withdrawnReason}。请电话询问 ${guide.unitName} ${guide.content.contact.phone}。`}
      </Notice>
    );
  if (guide.supersededAt === null) return null;
  const current = guidePage(guide.id);
  return (
    <Notice
      kind="warn"
      title={`这是 ${shanghaiDay(guide.publishedAt)} 到 ${shanghaiDay(guide.supersededAt)} 的版本，不是现在的`}
      action={
        <Button href={current} onPress={() => void replaceWith(current)}>
          看现在的版本
        </Button>
      }
    >
      留着给那几天去办过的人查对。
    </Notice>
  );
}

function Contact({ guide: { content } }: { guide: PublicGuide }) {
  const { name, post, phone } = content.contact;
  return (
    <Section title="不清楚，打电话问">
      <Card flush>
        <Row
          icon="phone"
          title={phone}
          about={[name, post].filter(Boolean).join('，')}
          label={`拨打 ${phone}，${name}`}
          onPress={() => void ring(callable(phone))}
        />
      </Card>
    </Section>
  );
}
