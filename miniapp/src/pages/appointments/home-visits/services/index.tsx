import { listPublicHomeVisitServices } from '@county/shared/appointments/home-visits/home-visit-routes';
import type { PublicHomeVisitService } from '@county/shared/appointments/home-visits/home-visit-service';
import { useState } from 'react';
import { useMyVillage } from '../../../../api/my-village';
import { useList } from '../../../../api/use-list';
import { callable, ring } from '../../../../platform/device';
import { ListAnswer } from '../../../../ui/answer';
import { Box } from '../../../../ui/base/box';
import { Button } from '../../../../ui/button';
import { EmptyState } from '../../../../ui/empty-state';
import { Page } from '../../../../ui/page';
import { Card, Facts, Flow, Stack } from '../../../../ui/surface';
import { askPage } from '../visit-pages';
import { LookUp } from './look-up';
import { OwnVisits } from './own-visits';

/** 上门服务: what is done at home, by whom, where; for those who cannot come. */
export default function ServicesPage() {
  const { villageId } = useMyVillage();
  const [isAll, setIsAll] = useState(!villageId);
  const query = isAll || !villageId ? {} : { villageId };
  const list = useList(listPublicHomeVisitServices, { query });
  return (
    <Page title="上门服务" about="老人、残疾人出门不方便，工作人员上门来办">
      <OwnVisits />
      <ListAnswer
        of={list}
        empty={
          <Card>
            <EmptyState icon="house" title={isAll ? '还没有上门服务事项' : '您的村（社区）还没有上门服务事项'}>
              可以打电话问乡镇便民服务中心，或拨打 12345。
            </EmptyState>
          </Card>
        }
      >
        {(services) => (
          <Stack>
            {services.map((service) => (
              <Service key={service.id} service={service} />
            ))}
          </Stack>
        )}
      </ListAnswer>
      {villageId ? (
        <Box className="more">
          <Button kind="quiet" onPress={() => setIsAll(!isAll)}>
            {isAll ? '只看我的村（社区）' : '看全县的'}
          </Button>
        </Box>
      ) : null}
      <LookUp />
    </Page>
  );
}

const SHOWN = 6;

function Service({ service }: { service: PublicHomeVisitService }) {
  const { id, name, unitName, forWhom, needed, course, officePhone, villages } = service;
  const [isWhole, setIsWhole] = useState(false);
  const names = (isWhole ? villages : villages.slice(0, SHOWN)).map((village) => village.name).join('、');
  const more = villages.length > SHOWN && !isWhole ? ` 等 ${villages.length} 个村（社区）` : '';
  return (
    <Card>
      <Stack>
        <Box as="h2" className="section-title">
          {name}
        </Box>
        <Facts
          facts={[
            { name: '谁来办', value: unitName },
            { name: '给谁办', value: forWhom },
            { name: '要准备', value: needed || '不用准备' },
            ...(course ? [{ name: '怎么办', value: course }] : []),
            { name: '服务哪些村', value: names + more },
          ]}
        />
        {more ? (
          <Button kind="quiet" onPress={() => setIsWhole(true)}>
            看全部村（社区）
          </Button>
        ) : null}
        <Flow>
          <Button kind="primary" icon="house" href={askPage(id)} label={`申请上门：${name}`}>
            申请上门
          </Button>
          {officePhone ? (
            <Button icon="phone" onPress={() => void ring(callable(officePhone))} label={`打电话问${unitName}`}>
              打电话问
            </Button>
          ) : null}
        </Flow>
      </Stack>
    </Card>
  );
}
