// The talk: one question on the table, saved as it is answered. The page works as a plain form without this.

import { Saver } from "../ui/saver.js";
import { startClock } from "./clock.js";
import { offerKeys, showLive } from "./keys.js";
import { guardLeaving, pointElsewhere } from "./leaving.js";
import { offerCalm } from "./serious.js";

const form = document.querySelector("[data-talk]");
const words = document.getElementById("words").dataset;
const saver = new Saver(form, document.querySelector("[data-status]"), words);
const steps = [...document.querySelectorAll("[data-step]")];

// shown(values): the newer text in words.
function watch(element, { id, url, values, given, restore, shown }) {
  const newer = element.querySelector("[data-newer]");
  const entry = saver.watch({
    id,
    url,
    values,
    given,
    restore(sent) {
      restore(sent);
      mark();
    },
    revision: element.querySelector("[data-revision]"),
    conflict(sent) {
      newer.hidden = false;
      newer.querySelector("[data-newer-text]").textContent = shown(sent);
      bring(element);
    },
  });
  element.addEventListener("input", () => entry.touch());
  newer.addEventListener("click", (event) => {
    const keep = event.target.dataset.keep;
    if (!keep) return;
    newer.hidden = true;
    entry.resolve(keep === "mine");
    element.querySelector("[data-notes]").focus();
  });
  element.entry = entry;
}

for (const element of document.querySelectorAll("[data-item]")) {
  const item = element.dataset.item;
  const notes = element.querySelector("[data-notes]");
  const [radios, themes] = ["[type=radio]", "[data-mark]"].map((selector) => [...element.querySelectorAll(selector)]);
  watch(element, {
    id: `answer:${item}`,
    url: form.dataset.save,
    values: () => ({
      item,
      notes: notes.value,
      given: radios.find((radio) => radio.checked)?.value ?? "",
      marks: themes.filter((theme) => theme.checked).map((theme) => theme.value).join(),
    }),
    given: (current) => ({ item, notes: current.notes, given: String(current.score ?? current.choice ?? ""), marks: (current.marks ?? []).join() }),
    restore(sent) {
      notes.value = sent.notes;
      radios.forEach((radio) => (radio.checked = radio.value === sent.given));
      themes.forEach((theme) => (theme.checked = sent.marks.split(",").includes(theme.value)));
    },
    shown: (sent) => [sent.given, sent.notes].join(" ").trim(),
  });
}

const summary = document.querySelector("[data-summary]");
if (summary) {
  const notes = summary.querySelector("[data-notes]");
  watch(summary, {
    id: "summary",
    url: form.dataset.saveSummary,
    values: () => ({ text: notes.value }),
    given: (current) => ({ text: current }),
    restore: (sent) => (notes.value = sent.text),
    shown: (sent) => sent.text,
  });
}

const links = [...document.querySelectorAll("[data-steps] a")];
const question = form.querySelector("[data-question]");
const part = document.querySelector("[data-to-part][aria-current] .mark"); // touched as soon as something is answered

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

// Two texts to choose between are shown, wherever in the part they are, unless somebody is writing elsewhere.
function bring(element) {
  const step = element.closest("[data-step]");
  if (step.hidden && !document.activeElement?.matches("[data-notes]")) show(Number(step.dataset.step));
}

function mark() {
  for (const link of links) {
    const items = [...(steps.find((step) => step.dataset.step === link.dataset.to)?.querySelectorAll("[data-item]") ?? [])];
    const answered = items.filter((item) => item.querySelector("[data-notes]").value.trim() || [...item.querySelectorAll(":checked")].some((one) => one.value)).length;
    if (items.length) link.previousElementSibling.dataset.state = answered === items.length ? "full" : answered ? "half" : "";
    if (answered && part?.dataset.state === "") part.dataset.state = "half";
  }
  document.querySelectorAll("[data-draft]").forEach((offer) => (offer.hidden = Boolean(summary.querySelector("[data-notes]").value.trim())));
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

function takeBack() {
  const step = steps.find((one) => !one.hidden);
  for (const item of step.querySelectorAll("[data-item]")) {
    item.querySelector("[data-notes]").value = "";
    item.querySelectorAll(":checked").forEach((choice) => (choice.checked = false));
    item.entry.touch();
  }
  mark();
  step.querySelector("[data-notes]")?.focus();
  saver.keep();
}

offerKeys();
offerCalm(takeBack);
pointElsewhere(saver);
guardLeaving(saver);
startClock(form, words);
showLive();
