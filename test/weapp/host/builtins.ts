/**
 * Stand-ins for WeChat's native components. The host element is the tag itself, so that `<button>`, `<input>` and
 * `<textarea>` are the browser's own controls and a real mouse and keyboard drive them.
 */
import { fileAddress } from './phone-files.ts';
import { BUILTIN_TEMPLATES, type BuiltinTag } from './builtin-templates.ts';

interface Instance {
  _$: { getBackendElement(): HTMLElement | null };
  data: Record<string, unknown>;
  triggerEvent(name: string, detail: object): void;
}

export interface Definition {
  properties: Record<string, { type: unknown; value?: unknown }>;
  observers: Record<string, (this: Instance, value: unknown) => void>;
  lifetimes: { attached(this: Instance): void };
}

const any = (value: unknown = null) => ({ type: null, value });
const elementOf = (instance: Instance) => instance._$.getBackendElement();
const textOf = (value: unknown): string => (value === null || value === undefined ? '' : `${value as string | number}`);

function define(properties: Record<string, unknown> = {}, more: Partial<Definition> = {}): Definition {
  return {
    properties: Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, any(value)])),
    observers: more.observers ?? {},
    lifetimes: more.lifetimes ?? { attached() {} },
  };
}

/** Writes a property to the element, now and whenever it changes. */
function reflecting(names: Record<string, (element: HTMLElement, value: unknown) => void>): Partial<Definition> {
  return {
    observers: Object.fromEntries(
      Object.entries(names).map(([name, write]) => [
        name,
        function (this: Instance, value: unknown) {
          const element = elementOf(this);
          if (element) write(element, value);
        },
      ]),
    ),
    lifetimes: {
      attached(this: Instance) {
        const element = elementOf(this)!;
        for (const [name, write] of Object.entries(names)) write(element, this.data[name]);
      },
    },
  };
}

const disabled = (element: HTMLElement, value: unknown) => {
  (element as HTMLButtonElement).disabled = value === true;
};

function entry(): Definition {
  const writes = reflecting({
    value: (element, value) => {
      const control = element as HTMLInputElement;
      if (control.value !== textOf(value)) control.value = textOf(value);
    },
    placeholder: (element, value) => ((element as HTMLInputElement).placeholder = textOf(value)),
    maxlength: (element, value) => {
      if (Number(value) >= 0) (element as HTMLInputElement).maxLength = Number(value);
    },
    password: (element, value) => {
      if (value === true) (element as HTMLInputElement).type = 'password';
    },
    disabled,
  });
  const { attached } = writes.lifetimes!;
  return define(
    { value: '', type: 'text', password: false, placeholder: '', disabled: false, maxlength: 140, focus: false },
    {
      ...writes,
      lifetimes: {
        attached(this: Instance) {
          attached.call(this);
          const control = elementOf(this) as HTMLInputElement;
          const tell = (name: string) => () => this.triggerEvent(name, { value: control.value, cursor: 0 });
          for (const name of ['input', 'focus', 'blur']) control.addEventListener(name, tell(name));
          control.addEventListener('keydown', (key) => key.key === 'Enter' && tell('confirm')());
        },
      },
    },
  );
}

const button = define(
  { disabled: false, type: '', size: '', plain: false, formType: '', openType: '' },
  reflecting({ disabled }),
);

const image = define(
  { src: '', mode: '', lazyLoad: false },
  {
    observers: {
      src(this: Instance, src: unknown) {
        const picture = elementOf(this)?.querySelector('img');
        if (picture) picture.src = fileAddress(textOf(src));
      },
    },
    lifetimes: {
      attached(this: Instance) {
        const picture = elementOf(this)!.querySelector('img')!;
        picture.src = fileAddress(textOf(this.data.src));
        const tell = (name: string) => () =>
          this.triggerEvent(name, { width: picture.naturalWidth, height: picture.naturalHeight });
        for (const name of ['load', 'error']) picture.addEventListener(name, tell(name));
      },
    },
  },
);

/** A tap opens WeChat's own sheet; here a test says what the person chose there, by `__pick`. */
const picker = define(
  { mode: 'selector', range: [], rangeKey: '', value: null, start: '', end: '', disabled: false },
  {
    lifetimes: {
      attached(this: Instance) {
        Object.assign(elementOf(this)!, { __pick: (value: unknown) => this.triggerEvent('change', { value }) });
      },
    },
  },
);

/** WeChat draws it; here a test taps a marker or moves the view, by `__tap` and `__move`. */
const map = define(
  { longitude: 0, latitude: 0, scale: 16, polygons: [], markers: [], showLocation: false, minScale: 3 },
  {
    lifetimes: {
      attached(this: Instance) {
        Object.assign(elementOf(this)!, {
          __tap: (markerId: number) => this.triggerEvent('markertap', { markerId }),
          __move: () => this.triggerEvent('regionchange', { type: 'end', causedBy: 'drag' }),
        });
      },
    },
  },
);

const OWN: Partial<Record<BuiltinTag, Definition>> = { button, image, map, picker, input: entry(), textarea: entry() };

// WeChat's attributes for screen readers, written on the element, so that a test finds things as a reader names them.
const ARIA = [
  'Role',
  'Label',
  'Hidden',
  'Checked',
  'Selected',
  'Disabled',
  'Expanded',
  'Live',
  'Modal',
  'Labelledby',
  'Describedby',
  'Controls',
  'Required',
  'Valuenow',
  'Valuemin',
  'Valuemax',
  'Valuetext',
];

function withAria(definition: Definition): Definition {
  const writes = reflecting(
    Object.fromEntries(
      ARIA.map((name) => [
        `aria${name}`,
        (element: HTMLElement, value: unknown) => {
          const attribute = name === 'Role' ? 'role' : `aria-${name.toLowerCase()}`;
          if (textOf(value) === '') element.removeAttribute(attribute);
          else element.setAttribute(attribute, textOf(value));
        },
      ]),
    ),
  );
  const { attached } = definition.lifetimes;
  return {
    properties: { ...definition.properties, ...Object.fromEntries(ARIA.map((name) => [`aria${name}`, any()])) },
    observers: { ...definition.observers, ...writes.observers },
    lifetimes: {
      attached(this: Instance) {
        attached.call(this);
        writes.lifetimes!.attached.call(this);
      },
    },
  };
}

export const BUILTINS = Object.fromEntries(
  (Object.keys(BUILTIN_TEMPLATES) as BuiltinTag[]).map((tag) => [tag, withAria(OWN[tag] ?? define())]),
) as Record<BuiltinTag, Definition>;
