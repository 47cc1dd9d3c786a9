// The summary after the talk: kept on the device and saved while it is mended. The page works as a plain form without this.

import { Saver } from "../ui/saver.js";
import { showLive } from "./keys.js";
import { guardLeaving } from "./leaving.js";

const form = document.getElementById("mend");
const text = form.elements.text;
const newer = form.querySelector("[data-newer]");
const saver = new Saver(form, form.querySelector("[data-status]"), document.getElementById("words").dataset);

const entry = saver.watch({
  id: "summary",
  url: location.pathname,
  values: () => ({ text: text.value }),
  revision: form.elements.revision,
  given: (current) => ({ text: current }),
  restore: (sent) => (text.value = sent.text),
  conflict(sent) {
    newer.hidden = false;
    newer.querySelector("[data-newer-text]").textContent = sent.text;
  },
});
text.addEventListener("input", () => entry.touch());
newer.addEventListener("click", (event) => {
  const { keep } = event.target.dataset;
  if (!keep) return;
  newer.hidden = true;
  entry.resolve(keep === "mine");
  text.focus();
});

guardLeaving(saver);
showLive();
