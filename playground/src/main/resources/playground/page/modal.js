import { el } from './dom.js';

// A modal over one window. The rest of that window is inert, Tab stays inside, Escape closes, and the focus goes back
// to where it was.

const FOCUSABLE = 'a[href], button:not([disabled]), input:not([disabled]), select, textarea, [tabindex="0"]';

/** @param stage the part of a window that the modal lies over */
export function openModal(stage, panel, { label, testid, onEscape }) {
  const before = document.activeElement;
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-modal', 'true');
  panel.setAttribute('aria-label', label);
  panel.dataset.testid = testid;
  panel.tabIndex = -1;
  const overlay = el('div', { class: 'overlay' }, panel);
  const covered = [...stage.children].filter((child) => !child.inert && !child.classList.contains('over-all'));
  covered.forEach((child) => (child.inert = true));
  stage.append(overlay);

  overlay.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.stopPropagation();
      onEscape();
    } else if (event.key === 'Tab') {
      keepInside(event, panel);
    }
  });

  return {
    panel,
    /** Puts the focus on the first input, or on the modal itself. */
    focus() {
      const first = panel.querySelector('[autofocus], .modal-body :is(input, select, textarea, [role=combobox])');
      (first ?? panel).focus({ preventScroll: false });
    },
    close() {
      const had = overlay.contains(document.activeElement) || document.activeElement === document.body;
      overlay.remove();
      covered.forEach((child) => (child.inert = false));
      if (had) {
        focusAgain(before, stage);
      }
    },
  };
}

function keepInside(event, panel) {
  const stops = [...panel.querySelectorAll(FOCUSABLE)].filter((node) => node.offsetParent !== null && !node.inert);
  const first = stops[0] ?? panel;
  const last = stops[stops.length - 1] ?? panel;
  const leaving = event.shiftKey ? [first, panel] : [last];
  if (leaving.includes(document.activeElement)) {
    event.preventDefault();
    (event.shiftKey ? last : first).focus();
  }
}

/** The control that had the focus may have been drawn anew since. */
function focusAgain(before, stage) {
  if (before && before.isConnected && before !== document.body) {
    before.focus({ preventScroll: true });
    return;
  }
  const key = before?.dataset?.key;
  const again = key ? stage.querySelector(`[data-key="${CSS.escape(key)}"]`) : null;
  (again ?? stage.querySelector('textarea'))?.focus({ preventScroll: true });
}
