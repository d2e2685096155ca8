import { ROLE_LABELS } from '@county/shared/people/role';
import { unsent } from '../api/outbox-queue';
import { useOutbox } from '../api/outbox';
import { useActor } from '../api/session';
import { entriesFor, leadsTo, type Entry } from '../navigation/entries';
import { goTo } from '../platform/navigation';
import { setDisplay, useDisplay } from '../theme/display';
import { Press } from '../ui/base/press';
import { Switch } from '../ui/choice';
import { Icon } from '../ui/icon';
import './paper.scss';

const HOME: Entry = { to: '/tabs/home/index', words: '首页', about: '', icon: 'house' };
const MAP: Entry = { to: '/tabs/map/index', words: '地图', about: '', icon: 'map' };
const AFFAIRS: Entry = { to: '/tabs/affairs/index', words: '办事', about: '', icon: 'clipboard-list' };
const EVENTS: Entry = { to: '/tabs/events/index', words: '活动', about: '', icon: 'calendar-days' };
const ME: Entry = { to: '/tabs/me/index', words: '我的', about: '', icon: 'user-round' };

/** The desk's way about, at the left from 1024 px; a phone has the bar at the foot instead. */
export function Rail({ path }: { path: string }) {
  const actor = useActor();
  const { ageFriendly } = useDisplay();
  const waiting = useOutbox(({ items }) => unsent(items).length);
  const { work, everyone } = entriesFor(actor);
  return (
    <nav className="rail" aria-label="主导航">
      <div className="rail-name">
        <Icon name="landmark" />
        <span>政务公开</span>
      </div>
      {[[HOME, MAP, AFFAIRS, EVENTS], work, everyone, [ME]]
        .filter((group) => group.length)
        .map((group, index) => (
          <div className="rail-group" key={index}>
            {group.map((entry) => (
              <Press
                key={entry.to}
                href={entry.to}
                className={`rail-link ${leadsTo(entry, path) ? 'is-current' : ''}`}
                current={leadsTo(entry, path)}
                onPress={() => void goTo(entry.to)}
              >
                <Icon name={entry.icon} />
                <span>{entry.words}</span>
                {entry.icon === 'send' && waiting ? <span className="rail-count">{waiting}</span> : null}
              </Press>
            ))}
          </div>
        ))}
      <div className="rail-foot">
        <Switch label="关怀模式" value={ageFriendly} onChange={(on) => setDisplay({ ageFriendly: on })} />
        {actor ? (
          <div className="rail-who">
            <div>{actor.name}</div>
            <div className="rail-unit">{[actor.unitName, ROLE_LABELS[actor.role]].filter(Boolean).join(' · ')}</div>
          </div>
        ) : null}
      </div>
    </nav>
  );
}
