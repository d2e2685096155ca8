import { useEffect, useRef, useState } from 'react';
import { idleStep, WARNING } from '../api/idle';
import { endSession, noteExpired, refreshSession, useSession } from '../api/session';
import { Button } from '../ui/button';
import { Sheet } from '../ui/dialog';

const LOOK_EVERY = 10_000;
const TOUCHES = ['keydown', 'pointerdown', 'scroll'] as const;

/** Warns two minutes before an idle web session ends; somebody who is writing is kept signed in without being asked. */
export function IdleWatch() {
  const token = useSession((session) => session.token);
  const idleMinutes = useSession((session) => session.current?.idleMinutes ?? null);
  const lastHeardAt = useSession((session) => session.lastHeardAt);
  const touchedAt = useRef(Date.now());
  const [warned, setWarned] = useState(false);

  useEffect(() => {
    if (!token || idleMinutes === null) return setWarned(false);
    const look = () => {
      const step = idleStep({ idleMinutes, lastHeardAt, lastTouchedAt: touchedAt.current, now: Date.now() });
      setWarned(step === 'warn');
      if (step === 'renew') void refreshSession();
      if (step === 'over') noteExpired();
    };
    const touch = () => {
      touchedAt.current = Date.now();
    };
    const timer = setInterval(look, LOOK_EVERY);
    TOUCHES.forEach((name) => window.addEventListener(name, touch, { capture: true, passive: true }));
    return () => {
      clearInterval(timer);
      TOUCHES.forEach((name) => window.removeEventListener(name, touch, { capture: true }));
    };
  }, [token, idleMinutes, lastHeardAt]);

  if (!warned) return null;
  const stay = () => {
    setWarned(false);
    void refreshSession();
  };
  const actions = (
    <>
      <Button onPress={() => void endSession()}>退出登录</Button>
      <Button kind="primary" onPress={stay}>
        继续使用
      </Button>
    </>
  );
  return (
    <Sheet title="还在吗？" onClose={stay} actions={actions}>
      {`较长时间没有操作，${WARNING / 60_000} 分钟内将自动退出登录。已填写的内容都会留着。`}
    </Sheet>
  );
}
