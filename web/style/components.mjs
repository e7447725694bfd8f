// SPDX-License-Identifier: EUPL-1.2
// Which component of NL Design System (Utrecht) is which element of ours: the one place that knows both. A selector of a
// component is taken over when each of its classes stands here; all others are left out, so that only what is used
// is sent. Order is the order in the style sheet.
const button = ':is(button, summary, a).button';
const textbox = `input:is(${["text", "email", "password", "number", "tel", "date", "time"].map((type) => `[type="${type}"]`).join(", ")})`;
const alert = '.notice';
const cell = 'table :is(td, th)';

export const components = {
  root: { root: ':root' },
  document: { document: 'body', 'document--surface': 'body' },
  'skip-link': { 'skip-link': '.skip', 'skip-link--visible-on-focus': '.skip' },
  'page-header': { 'page-header': 'header.site', 'page-header__content': 'header.site > .inner' },
  'page-body': { 'page-body': 'main' },
  'page-footer': { 'page-footer': 'footer.site', 'page-footer__content': 'footer.site > .inner' },
  'heading-1': { 'heading-1': 'h1' },
  'heading-2': { 'heading-2': 'h2' },
  'heading-3': { 'heading-3': 'h3' },
  paragraph: { paragraph: 'p', 'paragraph--lead': '.lead' },
  link: { link: 'a:where(:not(.button, .chip, .tile, .brand))', 'link--html-a': 'a:where(:not(.button, .chip, .tile, .brand))' },
  'nav-list': { 'nav-list': 'nav ul', 'nav-list__item': 'nav li', 'nav-list__link': 'nav a' },
  mark: { mark: 'mark' },
  button: {
    button,
    'button--html-button': 'button.button',
    'button--primary-action': `${button}.primary`,
    'button--secondary-action': `${button}:not(.primary)`,
  },
  'form-field': { 'form-field': '.field', 'form-field__label': '.field > label:not(.choice)', 'form-field__input': '.field > :is(input, select, textarea)' },
  'form-label': { 'form-label': '.field > label:not(.choice)', 'form-label--radio': '.choice', 'form-label--checkbox': '.choice' },
  'form-field-description': { 'form-field-description': '.hint' },
  'form-field-error-message': { 'form-field-error-message': '.problem' },
  'form-fieldset': { 'form-fieldset': 'fieldset', 'form-fieldset--html-fieldset': 'fieldset', 'form-fieldset__legend': 'legend',
    'form-fieldset__legend--html-legend': 'legend' },
  textbox: { textbox, 'textbox--html-input': textbox },
  textarea: { textarea: 'textarea', 'textarea--html-textarea': 'textarea' },
  select: { select: 'select', 'select--html-select': 'select' },
  checkbox: { checkbox: 'input[type="checkbox"]', 'checkbox--html-input': 'input[type="checkbox"]' },
  'radio-button': { 'radio-button': 'input[type="radio"]', 'radio-button--html-input': 'input[type="radio"]' },
  alert: { alert, 'alert--info': '.notice.info', 'alert--warning': '.notice.warning' },
  'spotlight-section': { 'spotlight-section': '.take-part' },
  'data-list': { 'data-list': 'dl.about', 'data-list--rows': 'dl.about', 'data-list__item': 'div', 'data-list__item-key': 'dl.about dt',
    'data-list__item-value': 'dl.about dd', 'data-list__item-value--html-dd': 'dl.about dd' },
  table: { table: 'table', 'table__caption': 'caption', 'table__header': 'thead', 'table__header-cell': 'thead th', 'table__cell': cell,
    'table__row': 'tr' },
  'badge-list': { 'badge-list': '.facts' },
  'data-badge': { 'data-badge': '.facts li:not(.plain)' },
  'number-badge': { 'number-badge': '[data-dot]' },
  'toptask-nav': { 'toptask-nav': '.tiles', 'toptask-nav--grid': '.tiles' },
  'toptask-link': { 'toptask-link': '.tile', 'toptask-link__title': '.tile b', 'toptask-link__icon': '.tile .drawing' },
};

// Where a package is called otherwise than its component.
export const packages = { 'toptask-nav': 'top-task-nav', 'toptask-link': 'top-task-link' };
