/** What stands inside each of WeChat's native components, in place of its drawing. */
export const BUILTIN_TEMPLATES = {
  view: '<slot/>',
  text: '<slot/>',
  label: '<slot/>',
  'cover-view': '<slot/>',
  'scroll-view': '<slot/>',
  swiper: '<slot/>',
  'swiper-item': '<slot/>',
  form: '<slot/>',
  button: '<slot/>',
  picker: '<slot/>',
  input: '',
  textarea: '',
  image: '<img class="wx-img"/>',
  switch: '<input type="checkbox"/>',
  map: '',
} as const;

export type BuiltinTag = keyof typeof BUILTIN_TEMPLATES;
