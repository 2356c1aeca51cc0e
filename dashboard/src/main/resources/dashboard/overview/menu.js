// @ts-check
/** A drop-down of check boxes. */
import { h } from '../core/dom.js';

// A list that is longer can be searched, and shows no more than so many at once.
const SEARCHED_FROM = 15;
const MOST_SHOWN = 200;

/**
 * @param {string} label of the menu
 * @param {(chosen: string[]) => void} onchange
 */
export function checkMenu(label, onchange) {
  const summary = h('summary', { class: 'button' });
  const list = h('div', { class: 'menu-list' });
  const search = h('input', { type: 'search', class: 'input menu-search', 'aria-label': `Find in ${label}`, placeholder: 'Find', oninput: () => draw() });
  const element = h('details', { class: 'menu' }, summary,
    h('fieldset', { class: 'menu-panel' }, h('legend', { class: 'visually-hidden' }, label), search, list));
  /** @type {string[]} */
  let options = [];
  /** @type {string[]} */
  let chosen = [];
  /** @type {(value: string) => string} */
  let labelOf = (value) => value;

  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && element.open) {
      element.open = false;
      summary.focus();
    }
  });
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Node && element.contains(event.target))) {
      element.open = false;
    }
  });

  /**
   * @param {string} value
   * @param {boolean} on
   */
  function toggle(value, on) {
    onchange(on ? [...chosen, value] : chosen.filter((other) => other !== value));
  }

  function draw() {
    summary.textContent = chosen.length === 0 ? label : `${label}: ${chosen.length === 1 ? labelOf(chosen[0]) : chosen.length}`;
    summary.classList.toggle('active', chosen.length > 0);
    const active = document.activeElement;
    const focused = active instanceof HTMLInputElement && list.contains(active) ? active.value : null;
    const wanted = search.value.trim().toLowerCase();
    search.hidden = options.length < SEARCHED_FROM;
    const found = options.filter((value) => labelOf(value).toLowerCase().includes(wanted));
    // What is chosen can be taken away without looking for it.
    const ordered = [...found.filter((value) => chosen.includes(value)), ...found.filter((value) => !chosen.includes(value))];
    const shown = options.length < SEARCHED_FROM ? options : ordered.slice(0, MOST_SHOWN);
    list.replaceChildren(...shown.map((value) => {
      const box = h('input', { type: 'checkbox', value, onchange: () => toggle(value, box.checked) });
      box.checked = chosen.includes(value);
      return h('label', { class: 'menu-item' }, box, h('span', {}, labelOf(value)));
    }), ...(found.length > shown.length ? [h('p', { class: 'menu-rest' }, `and ${found.length - shown.length} more`)] : []));
    if (focused !== null) {
      [...list.querySelectorAll('input')].find((box) => box.value === focused)?.focus();
    }
  }

  return {
    element,
    /**
     * @param {string[]} values
     * @param {(value: string) => string} [labels]
     */
    setOptions(values, labels = (value) => value) {
      options = values;
      labelOf = labels;
      draw();
    },
    /** @param {string[]} values */
    setChosen(values) {
      chosen = values;
      // A value of a shared address that nothing has at the moment can still be taken away.
      options = [...options, ...values.filter((value) => !options.includes(value))];
      draw();
    },
  };
}
