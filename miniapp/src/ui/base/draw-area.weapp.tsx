import { Image, View, type ITouchEvent } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useRef, useState } from 'react';
import type { PictureArea } from '../../platform/picture-area';
import { useUiId } from '../ui-id';
import { areaBetween, placeOf, spotIn, type DrawAreaProps, type Frame, type OnScreen } from './draw-area-props';

interface Drawing {
  from: OnScreen;
  /** Asked for at each touch: the sheet may have been pushed since the last. */
  frame: Promise<Frame | undefined>;
}

/** Of the screen's height, as on the web. */
const HIGHEST = 46;

/** A picture on which a finger draws rectangles; pages offer buttons for the same besides. */
export function DrawArea({ src, label, onDraw, children }: DrawAreaProps) {
  const id = useUiId('draw');
  const drawing = useRef<Drawing>();
  const [drawn, setDrawn] = useState<PictureArea>();
  const [shape, setShape] = useState(1);
  const begin = (event: object) => {
    const from = touchOf(event);
    drawing.current = from && { from, frame: frameOf(id) };
  };
  const areaTo = async (event: object) => {
    const to = touchOf(event);
    const from = drawing.current?.from;
    const frame = await drawing.current?.frame;
    return from && to && frame ? areaBetween(spotIn(frame, from), spotIn(frame, to)) : undefined;
  };
  const move = async (event: object) => {
    const area = await areaTo(event);
    if (drawing.current && area) setDrawn(area);
  };
  const end = async (event: object) => {
    const area = await areaTo(event);
    stop();
    if (area) onDraw(area);
  };
  const stop = () => {
    drawing.current = undefined;
    setDrawn(undefined);
  };
  return (
    <View
      id={id}
      className="draw-area"
      style={{ width: `${HIGHEST * shape}vh` }}
      catchMove
      onTouchStart={begin}
      onTouchMove={(event) => void move(event)}
      onTouchEnd={(event) => void end(event)}
      onTouchCancel={stop}
    >
      <Image
        src={src}
        mode="widthFix"
        onLoad={({ detail }) => setShape(Number(detail.width) / Number(detail.height) || 1)}
        {...{ 'aria-label': label }}
      />
      {children}
      {drawn ? <View className="draw-area-new" style={placeOf(drawn)} /> : null}
    </View>
  );
}

/** Taro types its events without their touches. */
function touchOf(event: object): OnScreen | undefined {
  const { changedTouches, touches } = event as Partial<ITouchEvent>;
  return changedTouches?.[0] ?? touches?.[0];
}

function frameOf(id: string): Promise<Frame | undefined> {
  return new Promise((done) =>
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .boundingClientRect((found) => done((found as Frame | null) ?? undefined))
      .exec(),
  );
}
