/** A drop-down of check boxes. */
import { h } from '../core/dom.js';

/**
 * @param label of the menu
 * @param onchange gets the list of chosen values
 */
export function checkMenu(label, onchange) {
  const summary = h('summary', { class: 'button' });
  const list = h('div', { class: 'menu-list' });
  const element = h('details', { class: 'menu' }, summary,
    h('fieldset', { class: 'menu-panel' }, h('legend', { class: 'visually-hidden' }, label), list));
  let options = [];
  let chosen = [];
  let labelOf = (value) => value;

  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && element.open) {
      element.open = false;
      summary.focus();
    }
  });
  document.addEventListener('click', (event) => {
    if (!element.contains(event.target)) {
      element.open = false;
    }
  });

  function toggle(value, on) {
    onchange(on ? [...chosen, value] : chosen.filter((other) => other !== value));
  }

  function draw() {
    summary.textContent = chosen.length === 0 ? label : `${label}: ${chosen.length === 1 ? labelOf(chosen[0]) : chosen.length}`;
    summary.classList.toggle('active', chosen.length > 0);
    const focused = list.contains(document.activeElement) ? document.activeElement.value : null;
    list.replaceChildren(...options.map((value) => {
      const box = h('input', { type: 'checkbox', value, onchange: (event) => toggle(value, event.target.checked) });
      box.checked = chosen.includes(value);
      return h('label', { class: 'menu-item' }, box, h('span', {}, labelOf(value)));
    }));
    if (focused !== null) {
      [...list.querySelectorAll('input')].find((box) => box.value === focused)?.focus();
    }
  }

  return {
    element,
    setOptions(values, labels = (value) => value) {
      options = values;
      labelOf = labels;
      draw();
    },
    setChosen(values) {
      chosen = values;
      // A value of a shared address that nothing has at the moment can still be taken away.
      options = [...options, ...values.filter((value) => !options.includes(value))];
      draw();
    },
  };
}
