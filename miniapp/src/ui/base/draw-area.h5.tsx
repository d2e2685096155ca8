import { useState, type PointerEvent } from 'react';
import type { PictureArea } from '../../platform/picture-area';
import { areaBetween, placeOf, spotIn, type DrawAreaProps } from './draw-area-props';

/** A picture on which a finger or the mouse draws rectangles; pages offer buttons for the same besides. */
export function DrawArea({ src, label, onDraw, children }: DrawAreaProps) {
  const [from, setFrom] = useState<{ x: number; y: number }>();
  const [drawn, setDrawn] = useState<PictureArea>();
  const spotOf = (event: PointerEvent<HTMLDivElement>) => spotIn(event.currentTarget.getBoundingClientRect(), event);
  const begin = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    setFrom(spotOf(event));
  };
  const end = (event: PointerEvent<HTMLDivElement>) => {
    if (from) onDraw(areaBetween(from, spotOf(event)));
    stop();
  };
  const stop = () => {
    setFrom(undefined);
    setDrawn(undefined);
  };
  return (
    <div
      className="draw-area"
      onPointerDown={begin}
      onPointerMove={(event) => from && setDrawn(areaBetween(from, spotOf(event)))}
      onPointerUp={end}
      onPointerCancel={stop}
    >
      <img src={src} alt={label} draggable={false} />
      {children}
      {drawn ? <div className="draw-area-new" style={placeOf(drawn)} /> : null}
    </div>
  );
}
