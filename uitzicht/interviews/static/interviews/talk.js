// The talk: one question on the table, saved as it is answered. The page works as a plain form without this.

import { startClock } from "./clock.js";
import { guardLeaving, offerKeys, showLive } from "./leaving.js";
import { Saver } from "./saver.js";

const form = document.querySelector("[data-talk]");
const words = document.getElementById("words").dataset;
const saver = new Saver(form, document.querySelector("[data-status]"), words);
const steps = [...document.querySelectorAll("[data-step]")];

function watch(element, url, values, take) {
  const newer = element.querySelector("[data-newer]");
  const entry = saver.watch({
    url,
    values,
    revision: element.querySelector("[data-revision]"),
    conflict(current) {
      entry.current = current;
      newer.hidden = false;
      newer.querySelector("[data-newer-text]").textContent = typeof current === "string" ? current : [current.score ?? current.choice ?? "", current.notes].join(" ").trim();
    },
  });
  element.addEventListener("input", () => entry.touch());
  newer.addEventListener("click", (event) => {
    const keep = event.target.dataset.keep;
    if (!keep) return;
    if (keep === "newer") take(entry.current);
    newer.hidden = true;
    entry.resolve(keep === "mine");
    element.querySelector("[data-notes]").focus();
  });
}

for (const element of document.querySelectorAll("[data-item]")) {
  const notes = element.querySelector("[data-notes]");
  const radios = [...element.querySelectorAll("[type=radio]")];
  const values = () => ({ item: element.dataset.item, notes: notes.value, given: radios.find((radio) => radio.checked)?.value ?? "" });
  watch(element, form.dataset.save, values, (current) => {
    notes.value = current.notes;
    const given = String(current.score ?? current.choice ?? "");
    radios.forEach((radio) => (radio.checked = radio.value === given));
  });
}

const summary = document.querySelector("[data-summary]");
if (summary) {
  const notes = summary.querySelector("[data-notes]");
  watch(summary, form.dataset.saveSummary, () => ({ text: notes.value }), (current) => (notes.value = current));
}

const links = [...document.querySelectorAll("[data-steps] a")];
const question = form.querySelector("[data-question]");

function show(number) {
  steps.forEach((step) => (step.hidden = Number(step.dataset.step) !== number));
  links.forEach((link) => (Number(link.dataset.to) === number ? link.setAttribute("aria-current", "step") : link.removeAttribute("aria-current")));
  question.value = number;
  const address = new URL(location.href);
  address.searchParams.set("question", number);
  history.replaceState(null, "", address);
  const step = steps.find((one) => !one.hidden);
  (step.querySelector("[data-notes], [type=radio]") ?? step.querySelector("h2")).focus({ preventScroll: true });
  scrollTo({ top: 0 });
  mark();
}

function mark() {
  for (const link of links) {
    const items = [...(steps.find((step) => step.dataset.step === link.dataset.to)?.querySelectorAll("[data-item]") ?? [])];
    const answered = items.filter((item) => item.querySelector("[data-notes]").value.trim() || item.querySelector("[type=radio]:checked")?.value).length;
    if (items.length) link.previousElementSibling.dataset.state = answered === items.length ? "full" : answered ? "half" : "";
  }
}

// Takes the step on the page itself when it is there; otherwise (another part, the reasons) the form goes to the server.
function go(by) {
  const target = Number(question.value) + by;
  const here = steps.some((step) => Number(step.dataset.step) === target);
  if (here) show(target);
  return here;
}

form.addEventListener("submit", (event) => {
  const by = { next: 1, previous: -1 }[event.submitter?.dataset.go];
  if (by && go(by)) event.preventDefault();
});
document.querySelector("[data-steps]").addEventListener("click", (event) => {
  const to = event.target.closest("a")?.dataset.to;
  if (!to || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  show(Number(to));
});
document.addEventListener("input", mark);

const press = (selector) => () => document.querySelector(selector)?.click();
offerKeys({ ArrowDown: press("[data-go=next]"), ArrowUp: press("[data-go=previous]"), b: press("[name=go][value=covered]") });
guardLeaving(saver);
startClock(form, words);
showLive();
