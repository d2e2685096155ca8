import { useState } from 'react';
import { coverParts } from '../../../platform/camera';
import type { PickedFile } from '../../../platform/picked-file';
import type { PictureArea } from '../../../platform/picture-area';
import { Box } from '../../../ui/base/box';
import { DrawArea } from '../../../ui/base/draw-area';
import { placeOf } from '../../../ui/base/draw-area-props';
import { Button } from '../../../ui/button';
import { Sheet } from '../../../ui/dialog';
import { Notice } from '../../../ui/notice';
import { Flow, Stack } from '../../../ui/surface';
import { isTap, moved, partAround, partAt, type Step } from './covered-parts';

interface Props {
  photo: PickedFile;
  /** How many more are to be looked through after this one. */
  more: number;
  onClose(): void;
  /** The photo as it goes on: what was covered is gone from it. */
  onDone(photo: PickedFile): void;
}

const STEPS: readonly { step: Step; words: string }[] = [
  { step: 'left', words: '左移' },
  { step: 'right', words: '右移' },
  { step: 'up', words: '上移' },
  { step: 'down', words: '下移' },
  { step: 'larger', words: '变大' },
  { step: 'smaller', words: '变小' },
];

/** Every photo is looked at before it goes on: faces are covered by hand, on this device; the original stays here. */
export function CoverSheet({ photo, more, onClose, onDone }: Props) {
  const [parts, setParts] = useState<PictureArea[]>([]);
  const [chosen, setChosen] = useState(0);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const add = (part: PictureArea) => {
    setChosen(parts.length);
    setParts([...parts, part]);
  };
  const draw = (area: PictureArea) => {
    if (!isTap(area)) return add(area);
    const there = partAt(parts, area);
    if (there === null) add(partAround(area));
    else setChosen(there);
  };
  const change = (step: Step) => setParts(parts.map((part, at) => (at === chosen ? moved(part, step) : part)));
  const drop = () => {
    setParts(parts.filter((_, at) => at !== chosen));
    setChosen(Math.max(0, chosen - 1));
  };
  const use = async () => {
    if (!parts.length) return onDone(photo);
    setBusy(true);
    const covered = await coverParts(photo, parts);
    setBusy(false);
    if (covered) onDone(covered);
    else setFailed(true);
  };
  return (
    <Sheet
      title={more ? `遮住人脸，后面还有 ${more} 张` : '遮住人脸'}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>不要这张</Button>
          <Button kind="primary" busy={busy} onPress={() => void use()}>
            {parts.length ? `遮好 ${parts.length} 处` : '没有要遮的'}
          </Button>
        </>
      }
    >
      <Stack>
        {failed ? <Notice kind="danger" title="没有遮成，请再按一次；还不行就换一张照片" /> : null}
        <Box>点一下人脸，或者拖出一个框。认得出的人都要遮，本人同意公开的除外。</Box>
        <DrawArea src={photo.previewUrl} label="要公开的照片" onDraw={draw}>
          {parts.map((part, at) => (
            <Box key={at} className={`covered-part ${at === chosen ? 'is-chosen' : ''}`} style={placeOf(part)}>
              {`${at + 1}`}
            </Box>
          ))}
        </DrawArea>
        <Flow>
          <Button icon="plus" onPress={() => add(partAround({ x: 0.5, y: 0.5 }))}>
            加一块
          </Button>
          {parts.length > 1 ? (
            <Button
              onPress={() => setChosen((chosen + 1) % parts.length)}
            >{`选下一块（现在第 ${chosen + 1} 块）`}</Button>
          ) : null}
        </Flow>
        {parts.length ? (
          <Box role="group" label={`调整第 ${chosen + 1} 块`}>
            <Flow>
              {STEPS.map(({ step, words }) => (
                <Button key={step} onPress={() => change(step)}>
                  {words}
                </Button>
              ))}
              <Button icon="trash-2" onPress={drop}>
                去掉这块
              </Button>
            </Flow>
          </Box>
        ) : null}
        <Box className="field-hint">只有遮好的照片会上传，原照片留在这台设备上。</Box>
      </Stack>
    </Sheet>
  );
}
