// Pages of the talk on which nothing is typed. The end saves what an earlier page could only keep on this device; a
// conversation that is finished shows it, because it can no longer be saved. Both have the keys.

import { openDevice } from "../ui/device.js";
import { Saver } from "../ui/saver.js";
import { offerKeys, showLive } from "./keys.js";
import { pointElsewhere } from "./leaving.js";
import { offerCalm } from "./serious.js";

const form = document.getElementById("talk");
const status = document.querySelector("[data-status]");
if (status) pointElsewhere(new Saver(form, status, document.getElementById("words").dataset));
else openDevice(form).then((device) => device?.leftBehind(({ content }) => showLeftover(content.values)));

function showLeftover({ notes, text }) {
  const [written, note] = [(notes ?? text ?? "").trim(), document.querySelector("[data-leftover]")];
  if (!written) return;
  note.hidden = false;
  const shown = note.querySelector(".newer-text");
  shown.textContent = [shown.textContent, written].filter(Boolean).join("\n\n");
}

offerKeys();
offerCalm();
showLive();
