import { openingAt } from '@county/shared/service-map/opening-state';
import { SERVICE_POINT_KIND_LABELS } from '@county/shared/service-map/service-point';
import { useRouter } from '@tarojs/taro';
import { useEffect } from 'react';
import { failureWords } from '../../../api/failure';
import { NotThere } from '../../../components/not-there';
import { useBookingPage } from '../../../api/booking-page';
import { QueueNow } from '../../../components/queue-now';
import { PlaceActions } from '../../../components/place-actions';
import { OpeningTag, pointPage } from '../../../components/point-row';
import { FailureState, timeInWords } from '../../../ui/answer';
import { decoded } from '../../../navigation/guide-pages';
import { dropFirstView } from '../../../platform/first-view';
import { Picture } from '../../../ui/base/picture';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { ShareButton } from '../../../ui/share-button';
import { Skeleton } from '../../../ui/skeleton';
import { Card, Facts, Flow, Section, Stack } from '../../../ui/surface';
import { useNow } from '../../../ui/use-now';
import { CheckedLine, ReportRow } from './checked';
import { HowToGetIn } from './how-to-get-in';
import { OpeningWeek } from './opening-week';
import './point.scss';
import { PointCode } from './point-code';
import { OwnCorrections } from '../own-corrections';
import { usePoint } from './use-point';
import { Windows } from './windows';
import { photoAddress } from './point-places';
import { Sought } from './sought';

/** A service point: open or not, how to reach it, what is done there, how to get in, who is there. */
export default function PointPage() {
  const { params } = useRouter();
  const { id = '', window: windowId } = params;
  const { point, failure, isGone, calendar, confirmedAt, reload } = usePoint(id);
  const bookingPage = useBookingPage({ pointId: id });
  const at = useNow();
  const hasSomething = Boolean(point || failure || isGone);
  useEffect(() => {
    if (hasSomething) dropFirstView();
  }, [hasSomething]);
  if (isGone) return <NotThere title="服务点" what="这个服务点" failure={failure} />;
  if (!point)
    return (
      <Page title="服务点">
        {failure ? (
          <Card>
            <FailureState failure={failure} onRetry={reload} />
          </Card>
        ) : (
          <Skeleton shape="words" count={8} />
        )}
      </Page>
    );
  const photo = photoAddress(point.photoUrl);
  return (
    <Page title={point.name} about={[SERVICE_POINT_KIND_LABELS[point.kind], point.unitName].join(' · ')}>
      {failure ? (
        <Notice kind="warn" title={`${failureWords(failure).title}，下面是存在这台设备上的内容`}>
          {`更新于 ${timeInWords(confirmedAt ?? at)}。出门前最好先打个电话。`}
        </Notice>
      ) : null}
      <Sought
        point={point}
        words={decoded(params.words ?? '')}
        guideId={params.guide ?? ''}
        calendar={calendar}
        at={at}
      />
      {point.isPlaceWithdrawn ? (
        <Notice kind="warn" title="所在场所已撤销">
          它原来设在的场所不再办了，可能已经搬走。出门前请先打电话问清楚。
        </Notice>
      ) : null}
      <Card>
        <Stack>
          {calendar ? (
            <Flow>
              <OpeningTag state={openingAt(point.hours, calendar, at)} at={at} whole />
            </Flow>
          ) : null}
          <PlaceActions place={point} bookingPage={bookingPage} />
          {bookingPage ? <QueueNow pointId={point.id} /> : null}
        </Stack>
      </Card>
      <Windows point={point} calendar={calendar} at={at} markedId={windowId} />
      <HowToGetIn point={point} />
      {point.staff.length ? (
        <Section title="谁在值班">
          <Card>
            <Facts facts={point.staff.map(({ name, duty }) => ({ name, value: duty || '值班' }))} />
          </Card>
        </Section>
      ) : null}
      {calendar ? <OpeningWeek hours={point.hours} calendar={calendar} at={at} /> : null}
      {photo ? (
        <Section title="入口的样子">
          <Picture className="point-photo" src={photo} label={`${point.name}入口`} />
        </Section>
      ) : null}
      <Section title="发给家人">
        <Card>
          <Stack>
            <ShareButton title={point.name} path={pointPage(point.id)} to="family" />
            <PointCode point={point} />
          </Stack>
        </Card>
      </Section>
      <OwnCorrections pointId={point.id} />
      <Card flush>
        <CheckedLine point={point} />
        <ReportRow point={point} />
      </Card>
    </Page>
  );
}
