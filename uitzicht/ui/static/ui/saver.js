// Saves what is typed: on this device within a second (device.js), on the server within three, one save at a time per
// item. What cannot be saved stays and is tried again; a newer text is never written over.
//
//   const saver = new Saver(form, statusElement, words);
//   saver.watch({ id, url, values, revision, given, restore, conflict })  // for each item, at once after making the saver
//
// form: holds csrfmiddlewaretoken; with data-device-key and data-device-scope texts are kept on the device too.
// words: dataset with saved ("… {time}"), saving, offline, signedOut, conflict; and, where the device keeps texts,
// offlineKept, signedOutKept and pageOnly. The server answers {revision}, or 409 with {revision, current}.

import { openDevice } from "./device.js";
import { Entry } from "./entry.js";

const RANK = { saved: 0, saving: 1, waiting: 2, conflict: 3 };

export class Saver {
  constructor(form, status, words) {
    Object.assign(this, { form, status, words, entries: [], delivering: 0, savedAt: null, device: null, elsewhere: () => {} });
    addEventListener("beforeunload", (event) => this.entries.some((entry) => entry.dirty && !entry.kept) && event.preventDefault());
    addEventListener("online", () => this.entries.forEach((entry) => entry.push()));
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) return;
      this.keep();
      this.entries.forEach((entry) => entry.push());
    });
    if (form.dataset.deviceKey) openDevice(form).then((device) => this.recall(device));
  }

  // id: name of the item on the device. url: where to save. values(): what to send, an object of strings. revision: the
  // hidden input that holds it. given(current): what the server calls current, as values() would give it (left out: the
  // same). restore(values): put them in the page. conflict(values): show the newer text beside one's own; then resolve().
  watch({ id, url, values, revision, given = (current) => current, restore, conflict }) {
    const entry = new Entry(this, { id, url, values, revision, given, restore, conflict });
    this.entries.push(entry);
    return entry;
  }

  unsaved() {
    return this.delivering > 0 || this.entries.some((entry) => entry.dirty);
  }

  // Everything that is not on the server yet, on this device.
  keep() {
    return Promise.all(this.entries.map((entry) => entry.keep()));
  }

  // Resolves to true when everything on this page is on the server, to false when something is not after a moment.
  async settle(patience = 4000) {
    const until = Date.now() + patience;
    this.entries.forEach((entry) => entry.push());
    while (this.unsaved() && Date.now() < until && !this.entries.some((entry) => entry.state === "conflict")) {
      await new Promise((resume) => setTimeout(resume, 50));
    }
    return !this.entries.some((entry) => entry.dirty);
  }

  show() {
    const worst = this.entries.reduce((found, entry) => (RANK[entry.state] > RANK[found.state] ? entry : found), { state: "saved" });
    if (worst.state === "saved" && !this.savedAt) return;
    const time = this.savedAt?.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    const why = this.device && `${worst.why}Kept` in this.words ? `${worst.why}Kept` : worst.why;
    this.say(worst.state, why, worst.message || this.words[why] || (time ? this.words.saved.replace("{time}", time) : this.words.saving));
  }

  say(state, why, text) {
    Object.assign(this.status.dataset, { state, why });
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  // What earlier pages could not save comes back: into its place, or straight to the server when it is of another page.
  async recall(device) {
    if (!device) return this.words.pageOnly && this.say("saved", "pageOnly", this.words.pageOnly);
    this.device = device;
    this.entries.forEach((entry) => entry.dirty && entry.keep()); // somebody typed before the device was open
    this.channel = new BroadcastChannel(device.scope);
    this.channel.onmessage = ({ data }) => this.entries.find((entry) => entry.id === data.id)?.follow(data);
    await device.leftBehind(({ id, content, forget }) => {
      const entry = this.entries.find((one) => one.id === id);
      return entry ? entry.adopt(content, forget) : this.deliver(id, content, forget);
    });
  }

  // A text of a part that is not on this page. What the server refuses waits for its own page, where both are shown.
  async deliver(id, { url, values, base }, forget) {
    this.delivering += 1;
    const response = await this.send(url, base, values).catch(() => null);
    if (response?.ok) await forget();
    else this.elsewhere(id);
    this.delivering -= 1;
  }

  send(url, revision, values) {
    const token = this.form.elements.csrfmiddlewaretoken.value;
    const body = new URLSearchParams({ csrfmiddlewaretoken: token, revision, ...values });
    const headers = { Accept: "application/json" };
    return fetch(url, { method: "POST", body, headers, credentials: "same-origin", keepalive: body.toString().length < 60000, redirect: "manual", signal: AbortSignal.timeout(10000) });
  }

  // Signing in again elsewhere renews the token of the session; a fresh page holds the new one.
  async renewToken() {
    const page = await fetch(location.href, { credentials: "same-origin" });
    const fresh = new DOMParser().parseFromString(await page.text(), "text/html").getElementById(this.form.id)?.elements.csrfmiddlewaretoken;
    if (!fresh) return false;
    this.form.elements.csrfmiddlewaretoken.value = fresh.value;
    return true;
  }
}
