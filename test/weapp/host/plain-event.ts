interface FrameworkEvent {
  type: string;
  timeStamp: number;
  target: unknown;
  currentTarget: unknown;
  mark?: object;
  detail?: { touches?: ArrayLike<Touch>; changedTouches?: ArrayLike<Touch>; x?: number; y?: number };
  wrapShadowedEvent?: unknown;
}

/** An event of the framework as a mini-program's handler gets it; anything else as it is. */
export function plainEvent(argument: unknown): unknown {
  const event = argument as FrameworkEvent | null;
  if (typeof event?.wrapShadowedEvent !== 'function') return argument;
  const { type, timeStamp, mark = {}, detail = {} } = event;
  const isTouch = type.startsWith('touch');
  return {
    // The map's one event is called by its phase, `begin` or `end`.
    type: type === 'regionchange' ? (detail as { type: string }).type : type,
    timeStamp,
    mark,
    target: placeOf(event.target),
    currentTarget: placeOf(event.currentTarget),
    detail: isTouch ? {} : (JSON.parse(JSON.stringify(detail, withoutElements)) as object),
    touches: isTouch ? touches(detail.touches) : [],
    changedTouches: isTouch ? touches(detail.changedTouches) : tapPlace(type, detail),
  };
}

/** A browser says from which field the focus came; WeChat hands over no elements. */
const withoutElements = (_key: string, value: unknown): unknown => (value instanceof Element ? undefined : value);

function placeOf(target: unknown) {
  const instance = target as { _$?: unknown } | null;
  const node = (instance?._$ ?? instance) as {
    id?: string;
    dataset?: object;
    getBackendElement?(): HTMLElement | null;
  } | null;
  const element = node?.getBackendElement?.();
  return {
    id: node?.id ?? '',
    dataset: { ...node?.dataset },
    offsetLeft: element?.offsetLeft ?? 0,
    offsetTop: element?.offsetTop ?? 0,
  };
}

function touches(list: ArrayLike<Touch> | undefined) {
  return Array.from(list ?? [], ({ identifier, pageX, pageY, clientX, clientY }) => ({
    identifier,
    pageX,
    pageY,
    clientX,
    clientY,
  }));
}

function tapPlace(type: string, { x = 0, y = 0 }: { x?: number; y?: number }) {
  return type === 'tap' ? [{ identifier: 0, pageX: x, pageY: y, clientX: x, clientY: y }] : [];
}
