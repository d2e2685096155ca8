import { listPublicBookableServices } from '@county/shared/appointments/appointment-routes';
import type { PublicBookableService } from '@county/shared/appointments/bookable-service';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useList } from '../../../api/use-list';
import { decoded } from '../../../navigation/guide-pages';
import { ListAnswer } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { SearchField } from '../../../ui/search-field';
import { Card, Row, Section } from '../../../ui/surface';
import { Places } from './places';

/** 预约办理: what first, then where; from a guide the where is asked at once, from a point the what. */
export default function ServicesPage() {
  const { guide: guideId, point: pointId, name: asked } = useRouter().params;
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<string | undefined>(asked && decoded(asked));
  const services = useList(listPublicBookableServices, {
    query: { limit: 200, ...(guideId ? { guideId } : {}), ...(pointId ? { pointId } : {}) },
  });
  const isNamed = Boolean(guideId ?? pointId ?? chosen);
  const place = pointId ? services.data?.[0]?.pointName : undefined;
  const about = place ?? (guideId ? services.data?.[0]?.name : chosen) ?? '先选办什么，再选去哪里、几点去';
  return (
    <Page title="预约办理" about={about}>
      {isNamed ? null : <SearchField label="办什么事？如 社保卡" value={words} onChange={setWords} />}
      <ListAnswer of={services} empty={<NothingBookable />}>
        {(all) => {
          if (isNamed) {
            const shown = all.filter(({ name }) => !chosen || name === chosen);
            return (
              <Places
                services={shown}
                by={pointId ? 'service' : 'place'}
                onOther={chosen && !asked ? () => setChosen(undefined) : undefined}
              />
            );
          }
          return <Names services={all.filter(({ name }) => name.includes(words.trim()))} onChoose={setChosen} />;
        }}
      </ListAnswer>
      <Card flush>
        <Row
          icon="info"
          title="不会用手机，也能办"
          about="可以请村（社区）工作人员代约，也可以直接到窗口取号，排队等叫"
        />
      </Card>
    </Page>
  );
}

/** Each thing once, with the number of places at which it can be booked. */
function Names({ services, onChoose }: { services: readonly PublicBookableService[]; onChoose(name: string): void }) {
  const places = new Map<string, number>();
  for (const { name } of services) places.set(name, (places.get(name) ?? 0) + 1);
  if (!places.size)
    return (
      <Card>
        <EmptyState icon="search" title="没有找到这个可约的事项">
          换个说法试试，如“社保”“身份证”。不用预约的事，直接到窗口办。
        </EmptyState>
      </Card>
    );
  return (
    <Section title="办什么">
      <Card flush>
        {[...places].map(([name, count]) => (
          <Row
            key={name}
            icon="calendar-days"
            title={name}
            about={`${count} 处可以约`}
            onPress={() => onChoose(name)}
          />
        ))}
      </Card>
    </Section>
  );
}

function NothingBookable() {
  return (
    <Card>
      <EmptyState
        icon="calendar-days"
        title="这里现在不用预约"
        action={
          <Button icon="map" href="/tabs/map/index">
            看地图上的窗口
          </Button>
        }
      >
        <Box>开门的时间直接去就能办；拿不准先打电话问一声。</Box>
      </EmptyState>
    </Card>
  );
}
