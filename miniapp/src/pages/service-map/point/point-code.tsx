import type { PublicPoint } from '@county/shared/service-map/service-point';
import { useState } from 'react';
import { pointPage } from '../../../components/point-row';
import { pageAddress } from '../../../platform/device';
import { Button } from '../../../ui/button';
import { Select } from '../../../ui/field';
import { QrPicture } from '../../../ui/qr-picture';
import { Box } from '../../../ui/base/box';
import { Stack } from '../../../ui/surface';

/** The page's code to scan from this screen: of the point, or of one of its windows. */
export function PointCode({ point }: { point: PublicPoint }) {
  const [shown, setShown] = useState(false);
  const [windowId, setWindowId] = useState('all');
  if (!shown)
    return (
      <Button icon="qr-code" onPress={() => setShown(true)}>
        给别人扫二维码
      </Button>
    );
  const window = point.windows.find(({ id }) => id === windowId);
  return (
    <Stack>
      {point.windows.length > 1 ? (
        <Select
          label="哪个窗口的码"
          options={[
            { value: 'all', label: '整个服务点' },
            ...point.windows.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={windowId}
          onChange={setWindowId}
        />
      ) : null}
      <QrPicture
        text={pageAddress(pointPage(point.id, window ? { window: window.id } : {}))}
        label={`${point.name}${window?.name ?? ''}的二维码`}
      />
      <Box className="row-about">让家人用手机扫一扫，打开的就是这一页。</Box>
    </Stack>
  );
}
