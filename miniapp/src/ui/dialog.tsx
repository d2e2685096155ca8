import { useEffect, type ReactNode } from 'react';
import { create } from 'zustand';
import { Box } from './base/box';
import { DialogFocus } from './base/dialog-focus';
import { Press } from './base/press';
import { Button } from './button';
import { Icon } from './icon';

interface SheetProps {
  title: string;
  onClose(): void;
  children: ReactNode;
  /** Buttons at the foot. */
  actions?: ReactNode;
}

/** As long as a second tap of one and the same hand may follow the first. */
const SECOND_TAP_MS = 600;

const useGoing = create<{ timer: ReturnType<typeof setTimeout> | undefined }>(() => ({ timer: undefined }));

/** For a moment nothing takes a press: one meant for a sheet that has just gone would fall through to what lies behind. */
function catchSecondTap(): void {
  clearTimeout(useGoing.getState().timer);
  useGoing.setState({ timer: setTimeout(() => useGoing.setState({ timer: undefined }), SECOND_TAP_MS) });
}

/** What catches a second tap; part of `Page`. */
export function SecondTapHost() {
  const isGoing = useGoing(({ timer }) => timer !== undefined);
  return isGoing ? <Box className="second-tap" hidden /> : null;
}

/** A sheet over the page: from below on a phone, in the middle on a desk. Escape and the shade close it. */
export function Sheet({ title, onClose, children, actions }: SheetProps) {
  useEffect(() => catchSecondTap, []);
  return (
    <Box className="sheet-host">
      <Press className="sheet-shade" label="关闭" onPress={onClose} />
      <DialogFocus label={title} onClose={onClose}>
        <Box className="sheet-head">
          <Box as="h2" className="sheet-title">
            {title}
          </Box>
          <Press className="sheet-close" label="关闭" onPress={onClose}>
            <Icon name="x" />
          </Press>
        </Box>
        <Box className="sheet-body">{children}</Box>
        {actions ? <Box className="sheet-actions">{actions}</Box> : null}
      </DialogFocus>
    </Box>
  );
}

interface Question {
  title: string;
  words?: string;
  /** The verb of the button, such as 删除. */
  yes: string;
  no?: string;
  danger?: boolean;
}

const useQuestion = create<{ asked: (Question & { answer(yes: boolean): void }) | undefined }>(() => ({
  asked: undefined,
}));

/** Asks before something that cannot be undone: `if (await confirm({ title: '删除这条？', yes: '删除' })) …`. */
export function confirm(question: Question): Promise<boolean> {
  useQuestion.getState().asked?.answer(false);
  return new Promise((done) => {
    const answer = (yes: boolean) => {
      useQuestion.setState({ asked: undefined });
      done(yes);
    };
    useQuestion.setState({ asked: { ...question, answer } });
  });
}

/** Where questions appear; part of `Page`. */
export function ConfirmHost() {
  const { asked } = useQuestion();
  if (!asked) return null;
  const actions = (
    <>
      <Button onPress={() => asked.answer(false)}>{asked.no ?? '取消'}</Button>
      <Button kind={asked.danger ? 'danger' : 'primary'} onPress={() => asked.answer(true)}>
        {asked.yes}
      </Button>
    </>
  );
  return (
    <Sheet title={asked.title} onClose={() => asked.answer(false)} actions={actions}>
      {asked.words}
    </Sheet>
  );
}
