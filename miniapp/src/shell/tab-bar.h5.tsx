import { goTo } from '../platform/navigation';
import { Press } from '../ui/base/press';
import { Icon } from '../ui/icon';

const TABS = [
  { to: '/tabs/home/index', words: '首页', icon: 'house' },
  { to: '/tabs/map/index', words: '地图', icon: 'map' },
  { to: '/tabs/affairs/index', words: '办事', icon: 'clipboard-list' },
  { to: '/tabs/events/index', words: '活动', icon: 'calendar-days' },
  { to: '/tabs/me/index', words: '我的', icon: 'user-round' },
] as const;

/** The bar at the foot of a phone's screen; Taro's own for the web has no names for a screen reader. */
export function TabBar({ path }: { path: string }) {
  return (
    <nav className="tab-bar" aria-label="主导航">
      {TABS.map(({ to, words, icon }) => (
        <Press
          key={to}
          href={to}
          className={`tab ${path === to ? 'is-current' : ''}`}
          current={path === to}
          onPress={() => void goTo(to)}
        >
          <Icon name={icon} />
          <span>{words}</span>
        </Press>
      ))}
    </nav>
  );
}
