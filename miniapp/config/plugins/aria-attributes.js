// One list, read by the build (template) and by the runtime (prop -> p<N> alias). The two must agree,
// or every property of these components shifts by one.
const SPOKEN = ['aria-role', 'aria-label', 'aria-hidden'];
const STATE = ['aria-checked', 'aria-selected', 'aria-disabled', 'aria-expanded', 'aria-live', 'aria-modal'];
const RANGE = ['aria-valuenow', 'aria-valuemin', 'aria-valuemax'];

const ATTRIBUTES = {
  View: [...SPOKEN, ...STATE, ...RANGE],
  Text: [...SPOKEN, 'aria-live'],
  Button: [...SPOKEN, ...STATE],
  Image: SPOKEN,
  Input: [...SPOKEN, 'aria-disabled'],
  Textarea: [...SPOKEN, 'aria-disabled'],
  Picker: [...SPOKEN, 'aria-disabled'],
  ScrollView: SPOKEN,
};

module.exports.components = Object.fromEntries(
  Object.entries(ATTRIBUTES).map(([component, names]) => [
    component,
    Object.fromEntries(names.map((name) => [name, ''])),
  ]),
);
