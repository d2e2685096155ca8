import { readPointCode } from '@county/shared/service-map/point-code-routes';
import { useRouter } from '@tarojs/taro';
import { useEffect } from 'react';
import { useCall } from '../../../api/use-call';
import { isNotThere, NotThere } from '../../../components/not-there';
import { replaceWith, withQuery } from '../../../platform/navigation';
import { Answer } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Skeleton } from '../../../ui/skeleton';
import { pointPage } from '../keeping-pages';

/** Where somebody lands who scanned the code on a door or a window: at its point at once. */
export default function CodePage() {
  // WeChat hands over its `scene` encoded once more.
  const key = decodeURIComponent(useRouter().params.scene ?? '').trim();
  const code = useCall(readPointCode, key ? { params: { key } } : null);
  const { data } = code;
  useEffect(() => {
    if (data) void replaceWith(withQuery(pointPage(data.pointId), { window: data.windowId }));
  }, [data]);
  if (isNotThere(code.failure)) return <NotThere title="扫码" what="这个码" failure={code.failure} />;
  return (
    <Page title="扫码">
      {key ? (
        <Answer of={code} shape="words">
          {() => <Skeleton shape="words" />}
        </Answer>
      ) : (
        <Notice kind="warn" title="这个码不完整" action={<Button href="/tabs/home/index">回首页</Button>}>
          请重新扫描门口或窗口的码。
        </Notice>
      )}
    </Page>
  );
}
