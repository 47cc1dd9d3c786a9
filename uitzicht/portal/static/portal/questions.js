// The questionnaire of somebody who answers alone. Without this script every step is saved when it is sent; with it also
// while somebody types or chooses, on this device and on the server (ui/saver.js).

import { Saver } from "../ui/saver.js";
import { answerOf } from "./answer.js";
import { reasonsOf } from "./reasons.js";

const form = document.getElementById("own");
const status = document.querySelector("[data-status]");
const saver = new Saver(form, status, document.getElementById("words").dataset);
const kind = form.hasAttribute("data-reasons") ? reasonsOf : form.dataset.save ? answerOf : null;

if (kind) {
  const entry = watch(kind(form));
  form.addEventListener("input", () => entry.touch());
  form.addEventListener("submit", (event) => leave(event, entry));
}
// A page without a question sends what earlier ones could not, and says so only when something is wrong.
new MutationObserver(() => { status.hidden = !status.textContent; }).observe(status, { childList: true });

function watch({ id, values, given, restore, show }) {
  const newer = document.querySelector("[data-newer]");
  const entry = saver.watch({
    id,
    url: form.dataset.save,
    values,
    revision: form.elements.revision,
    given,
    restore,
    conflict(current) {
      show(newer.querySelector("[data-newer-text]"), current);
      newer.hidden = false;
      const choices = newer.querySelector("[data-live]");
      if (choices) choices.hidden = false;
    },
  });
  for (const button of newer.querySelectorAll("[data-keep]")) {
    button.addEventListener("click", () => {
      entry.resolve(button.dataset.keep === "mine");
      newer.hidden = true;
    });
  }
  return entry;
}

// Everything is on the server before the page is left; what cannot be saved keeps the page.
function leave(event, entry) {
  if (!saver.unsaved() && entry.state === "saved") return;
  event.preventDefault();
  saver.settle().then((settled) => settled && form.requestSubmit(event.submitter));
}
