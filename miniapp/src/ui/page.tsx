import { useDidHide, useDidShow, useRouter } from '@tarojs/taro';
import { useState, type ReactNode } from 'react';
import { useSession } from '../api/session';
import { goTo, TAB_PAGES } from '../platform/navigation';
import { useNetwork } from '../platform/network';
import { IdleWatch } from '../shell/idle-watch';
import { PageHead, SkipLink } from '../shell/page-head';
import { Rail } from '../shell/rail';
import { TabBar } from '../shell/tab-bar';
import { useTheme } from '../theme/display';
import { Box } from './base/box';
import { Press } from './base/press';
import { Button } from './button';
import { ConfirmHost, SecondTapHost } from './dialog';
import { Icon } from './icon';
import { Notice } from './notice';
import { ReadAloud } from './read-aloud';
import { AnnouncementHost, ToastHost } from './toast';
import { useUiId } from './ui-id';

const ABOUT_PAGE = '/pages/about/index/index';

interface PageProps {
  title: string;
  /** One line under the title. */
  about?: ReactNode;
  /** At the right of the title, such as a quiet button. */
  action?: ReactNode;
  /** Takes the desk's whole width: tables, list beside detail. */
  wide?: boolean;
  /** What is filled in here is kept without a network and goes by itself later. */
  keepsUnsent?: boolean;
  children: ReactNode;
}

/**
 * Wraps every page: theme, title, way back, the desk's rail, toasts and questions. How a page is made:
 *
 *     export default function MyTasks() {
 *       const tasks = useList(listAssignments, { query: {} });          // api/use-list, api/use-call
 *       return (
 *         <Page title="我的任务">
 *           <ListAnswer of={tasks} empty={<EmptyState title="没有任务">…</EmptyState>}>
 *             {(items) => <Card flush>{items.map((one) => <Row key={one.id} title={…} to={…} />)}</Card>}
 *           </ListAnswer>
 *         </Page>
 *       );
 *     }
 *
 * Beside it `index.config.ts` (`definePageConfig({ navigationBarTitleText: '我的任务' })`) and a line in `app.config.ts`.
 * Elements come from `ui/`, never straight from Taro: `Box` is a div, section, list or heading; `Press` anything pressed.
 */
export function Page({ title, about, action, wide, keepsUnsent, children }: PageProps) {
  const theme = useTheme();
  const { path } = useRouter();
  const address = `/${path.replace(/^\//, '').split('?')[0]}`;
  const isTab = TAB_PAGES.some((tab) => tab === address);
  const [shown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  const mainId = useUiId('main');

  return (
    <Box className={`${theme.className} page ${isTab ? 'is-tab' : ''} ${wide ? 'is-wide' : ''}`} style={theme.style}>
      <SkipLink to={mainId} />
      <Rail path={address} />
      <Box className="page-column">
        <PageHead title={title} about={about} action={action} isTab={isTab} shown={shown} />
        <Box as="main" id={mainId} className="page-main">
          <OfflineLine keepsUnsent={keepsUnsent ?? false} />
          <ExpiredNotice />
          <ReadAloud shown={shown} />
          {children}
        </Box>
        {isTab || address === ABOUT_PAGE ? null : <AboutLink />}
      </Box>
      {isTab ? <TabBar path={address} /> : null}
      {/* Pages beneath this one stay alive: only the one shown speaks. */}
      {shown ? (
        <>
          <ToastHost />
          <AnnouncementHost />
          <ConfirmHost />
          <SecondTapHost />
          <IdleWatch />
        </>
      ) : null}
    </Box>
  );
}

/** On every page without the bar, whose 我的 leads there too: whose system this is, one's data, complaints. */
function AboutLink() {
  return (
    <Box className="about-foot off-paper">
      <Press className="about-link" href={ABOUT_PAGE} onPress={() => void goTo(ABOUT_PAGE)}>
        关于、个人信息、投诉建议
      </Press>
    </Box>
  );
}

function OfflineLine({ keepsUnsent }: { keepsUnsent: boolean }) {
  const online = useNetwork((network) => network.online);
  if (online) return null;
  return (
    <Box className="offline-line" role="status" live="polite">
      <Icon name="cloud-off" />
      <Box as="span">
        {keepsUnsent ? '没有网络：可以继续填写，恢复后自动发送' : '没有网络：能看的是这台设备上存下的内容'}
      </Box>
    </Box>
  );
}

/** Stands on every page once a session has ended, so that the way back in is where the work is. */
function ExpiredNotice() {
  const expired = useSession((session) => session.expired);
  const { path } = useRouter();
  if (!expired || path.includes('sign-in')) return null;
  return (
    <Notice
      kind="warn"
      title="登录已过期"
      action={
        <Button kind="primary" icon="log-in" onPress={() => void goTo('/pages/people/sign-in/index')}>
          重新登录
        </Button>
      }
    >
      已填写的内容都在，登录后继续。
    </Notice>
  );
}
