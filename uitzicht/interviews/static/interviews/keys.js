// The keys of the talk, the same on each of its pages. They press what stands on the page, so a page offers what it has.

const PRESSED = {
  ArrowDown: "[data-go=next]",
  ArrowUp: "[data-go=previous]",
  b: "[name=go][value=covered]",
  s: "[name=go][value=skip]",
  r: "[data-jump=reasons]",
  u: "[data-jump=summary]",
};

export function offerKeys() {
  const dialog = document.getElementById("keys");
  const open = () => dialog.open || dialog.showModal();
  document.querySelector("[data-keys]")?.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("textarea, select, input:not([type=radio], [type=checkbox])");
    const alone = event.altKey && !event.ctrlKey && !event.metaKey;
    if (event.key === "?" && (alone || !typing) && !document.querySelector("dialog[open]")) {
      event.preventDefault();
      return open();
    }
    const pressed = alone && target(event);
    if (!pressed || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    pressed.click();
  });
}

// Digits by their place on the keyboard: with Alt, or on an AZERTY keyboard, their sign is another one.
function target({ code, key, shiftKey }) {
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  const name = key.length === 1 ? key.toLowerCase() : key;
  if (!digit) return name in PRESSED && document.querySelector(PRESSED[name]);
  const place = (Number(digit) || 10) - 1;
  if (!shiftKey) return document.querySelectorAll("[data-to-part]")[place];
  return [...document.querySelectorAll("[data-mark]")].filter((theme) => !theme.closest("[hidden]"))[place];
}

export function showLive() {
  document.querySelectorAll("[data-live]").forEach((element) => (element.hidden = false));
}
