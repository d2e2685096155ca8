import { shanghaiDay } from '@county/shared/calendar/day';
import { myList } from '@county/shared/service-guides/my-list';
import type { PublicGuide } from '@county/shared/service-guides/service-guide';
import { useRouter } from '@tarojs/taro';
import { useEffect } from 'react';
import { useMyList } from '../../../api/my-lists';
import { usePublicGuide } from '../../../api/whole-guides';
import { isNotThere, NotThere } from '../../../components/not-there';
import { decoded, readAnswers } from '../../../navigation/guide-pages';
import { FailureState } from '../../../ui/answer';
import { Page } from '../../../ui/page';
import { Skeleton } from '../../../ui/skeleton';
import { OwnList } from './own-list';
import '../guides.scss';

/** 我的清单: made from the guide and the answers in the address, kept on this device with what is ticked. */
export default function MyListPage() {
  const { params } = useRouter();
  const guideId = params.guide ?? '';
  const answers = decoded(params.answers ?? '');
  const asked = usePublicGuide(guideId);
  const list = useMyList(guideId, answers);
  const fresh = asked.savedAt ? undefined : asked.data;
  const kept = list.kept?.guide;
  // A list is kept as soon as it is seen: somebody who was sent it should have it at the counter, without a signal.
  useEffect(() => {
    if (fresh && fresh.version !== kept?.version && isWhole(fresh, answers)) list.save(fresh, list.kept?.ticked ?? []);
  }, [fresh, kept?.version, answers]);
  const guide = fresh ?? kept ?? asked.data;
  if (!guide && (!guideId || isNotThere(asked.failure)))
    return <NotThere title="我的清单" what="这份清单" failure={asked.failure} />;
  return (
    <Page title="我的清单" about={guide?.content.plainTitle}>
      {guide ? (
        <OwnList
          guide={guide}
          answers={answers}
          list={list}
          unreachable={fresh ? undefined : asked.failure}
          renewedOn={kept && fresh && kept.version < fresh.version ? shanghaiDay(fresh.publishedAt) : undefined}
        />
      ) : asked.failure ? (
        <FailureState failure={asked.failure} onRetry={asked.reload} />
      ) : (
        <Skeleton shape="words" />
      )}
    </Page>
  );
}

const isWhole = ({ content }: PublicGuide, answers: string) =>
  content.tree === null || answers === '' || myList(content, readAnswers(answers)).at === 'list';
