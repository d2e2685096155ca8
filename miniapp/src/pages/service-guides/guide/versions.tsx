import { shanghaiDay, type Day } from '@county/shared/calendar/day';
import { listPublicGuideVersions } from '@county/shared/service-guides/service-guide-routes';
import type { PublicGuide, PublicGuideVersion } from '@county/shared/service-guides/service-guide';
import { useState } from 'react';
import { useList } from '../../../api/use-list';
import { guidePage } from '../../../navigation/guide-pages';
import { today } from '../../../platform/clock';
import { goTo } from '../../../platform/navigation';
import { ListAnswer } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { DateField } from '../../../ui/field';
import { Card, Flow, Row, Section, Stack } from '../../../ui/surface';

/** 那一天的版本: what the guide said on the day somebody went, for who was told otherwise at the counter. */
export function Versions({ guide }: { guide: PublicGuide }) {
  const [on, setOn] = useState<Day>('');
  const [isOpen, setIsOpen] = useState(false);
  const published = shanghaiDay(guide.publishedAt);
  return (
    <Section
      title="那一天的版本"
      about={`现在看的是第 ${guide.version} 版，${published} 公开，${guide.reviewOn} 前再核对`}
    >
      <Card>
        <Stack>
          <DateField label="我去办的那一天" max={today()} value={on} onChange={setOn} />
          <Flow>
            <Button
              icon="history"
              disabledReason={on ? null : '请先选日期'}
              onPress={() => void goTo(guidePage(guide.id, on))}
            >
              看那一天的版本
            </Button>
            <Button kind="quiet" onPress={() => setIsOpen(!isOpen)}>
              {isOpen ? '收起各版' : '看全部版本'}
            </Button>
          </Flow>
        </Stack>
      </Card>
      {isOpen ? <AllVersions guideId={guide.id} /> : null}
    </Section>
  );
}

function AllVersions({ guideId }: { guideId: string }) {
  const versions = useList(listPublicGuideVersions, { params: { guideId }, query: {} });
  return (
    <ListAnswer of={versions} empty={<Card>只有这一版。</Card>}>
      {(items) => (
        <Card flush>
          {items.map((version) => (
            <Row
              key={version.version}
              icon="file-text"
              title={`第 ${version.version} 版`}
              about={timesInWords(version)}
              foot={version.changed.length ? `改了：${version.changed.join('、')}` : undefined}
              to={guidePage(guideId, lastDayOf(version))}
            />
          ))}
        </Card>
      )}
    </ListAnswer>
  );
}

const timesInWords = ({ publishedAt, supersededAt }: PublicGuideVersion) =>
  `${shanghaiDay(publishedAt)} 起${supersededAt ? `，到 ${shanghaiDay(supersededAt)}` : '，现行'}`;

/** A day on which the version held; the current one needs none. */
const lastDayOf = ({ publishedAt, supersededAt }: PublicGuideVersion) =>
  supersededAt ? shanghaiDay(publishedAt) : undefined;
