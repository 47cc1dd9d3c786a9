// Saves what is typed: within a second after typing stops, at least every three seconds while it goes on, one save at a
// time per item. What cannot be saved stays on the page and is tried again; a newer text is never written over.

const IDLE = 800;
const LONGEST = 2500;
const RETRY = [1000, 2000, 4000, 8000, 15000];
const RANK = { saved: 0, saving: 1, waiting: 2, conflict: 3 };

export class Saver {
  constructor(form, status, words) {
    Object.assign(this, { form, status, words, entries: [], savedAt: null });
    addEventListener("beforeunload", (event) => this.unsaved() && event.preventDefault());
    addEventListener("online", () => this.entries.forEach((entry) => entry.push()));
    document.addEventListener("visibilitychange", () => document.hidden && this.entries.forEach((entry) => entry.push()));
  }

  // url: where to save. values(): what to send. revision: the hidden input that holds it. conflict(current): show it.
  watch({ url, values, revision, conflict }) {
    const entry = new Entry(this, { url, values, revision, conflict });
    this.entries.push(entry);
    return entry;
  }

  unsaved() {
    return this.entries.some((entry) => entry.dirty);
  }

  // Resolves to true when everything is on the server, to false when something is not after a moment.
  async settle(patience = 4000) {
    const until = Date.now() + patience;
    this.entries.forEach((entry) => entry.push());
    while (this.unsaved() && Date.now() < until && !this.entries.some((entry) => entry.state === "conflict")) {
      await new Promise((resume) => setTimeout(resume, 50));
    }
    return !this.unsaved();
  }

  show() {
    const worst = this.entries.reduce((found, entry) => (RANK[entry.state] > RANK[found.state] ? entry : found), { state: "saved" });
    if (worst.state === "saved" && !this.savedAt) return;
    const time = this.savedAt?.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    const text = worst.message || (time ? this.words.saved.replace("{time}", time) : this.words.saving);
    this.status.dataset.state = worst.state;
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  // Signing in again elsewhere renews the token of the session; a fresh page holds the new one.
  async renewToken() {
    const page = await fetch(location.href, { credentials: "same-origin" });
    const fresh = new DOMParser().parseFromString(await page.text(), "text/html").querySelector("#talk [name=csrfmiddlewaretoken]");
    if (!fresh) return false;
    this.form.elements.csrfmiddlewaretoken.value = fresh.value;
    return true;
  }
}

class Entry {
  constructor(saver, options) {
    Object.assign(this, { saver, ...options, dirty: false, busy: false, changes: 0, since: 0, failures: 0, state: "saved", message: "" });
  }

  touch() {
    this.changes += 1;
    if (!this.dirty) this.since = Date.now();
    this.dirty = true;
    if (this.state === "conflict") return;
    if (this.failures === 0) this.later(Math.max(0, Math.min(IDLE, this.since + LONGEST - Date.now())));
  }

  later(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.push(), delay);
  }

  async push() {
    if (this.busy || !this.dirty || this.state === "conflict") return;
    clearTimeout(this.timer);
    this.busy = true;
    const sent = this.changes;
    this.since = Date.now();
    if (this.state === "saved") this.set("saving");
    try {
      await this.answer(await this.send(), sent);
    } catch {
      this.again(this.saver.words.offline);
    } finally {
      this.busy = false;
    }
  }

  send() {
    const token = this.saver.form.elements.csrfmiddlewaretoken.value;
    const body = new URLSearchParams({ csrfmiddlewaretoken: token, revision: this.revision.value, ...this.values() });
    const headers = { Accept: "application/json" };
    return fetch(this.url, { method: "POST", body, headers, credentials: "same-origin", keepalive: body.toString().length < 60000, redirect: "manual", signal: AbortSignal.timeout(10000) });
  }

  async answer(response, sent) {
    const { words } = this.saver;
    if (response.type === "opaqueredirect") return this.again(words.signedOut);
    if (response.status === 403) return (await this.saver.renewToken()) ? this.again(words.saving) : this.again(words.signedOut);
    if (response.status === 409) return this.stop(await response.json());
    if (response.status === 422 || response.status === 400) return this.again((await response.json()).message ?? words.offline);
    if (!response.ok) return this.again(words.offline);
    this.revision.value = (await response.json()).revision;
    this.failures = 0;
    this.saver.savedAt = new Date();
    this.dirty = this.changes !== sent;
    this.set("saved");
    if (this.dirty) this.later(IDLE);
  }

  again(message) {
    this.set("waiting", message);
    this.later(RETRY[Math.min(this.failures, RETRY.length - 1)]);
    this.failures += 1;
  }

  stop({ revision, current }) {
    this.newer = revision;
    this.set("conflict", this.saver.words.conflict);
    this.conflict(current);
  }

  // After a choice between the two texts: mine is saved over the newer one on purpose, or the newer one is taken.
  resolve(keepMine) {
    this.revision.value = this.newer;
    this.failures = 0;
    this.dirty = keepMine;
    this.set("saved");
    if (keepMine) this.push();
  }

  set(state, message = "") {
    Object.assign(this, { state, message });
    this.saver.show();
  }
}
