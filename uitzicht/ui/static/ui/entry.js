// One item that a saver watches: on the device KEEP after a change, on the server IDLE after typing stops and at least
// LONGEST after it began, again after RETRY when that failed.

const KEEP = 300;
const IDLE = 800;
const LONGEST = 2500;
const RETRY = [1000, 2000, 4000, 8000, 15000];

export class Entry {
  constructor(saver, options) {
    Object.assign(this, { saver, ...options, dirty: false, busy: false, kept: false, sent: null, changes: 0, since: 0, failures: 0, state: "saved", why: "", message: "" });
  }

  touch() {
    this.changes += 1;
    if (!this.dirty) this.since = Date.now();
    Object.assign(this, { dirty: true, kept: false });
    this.keeping ??= setTimeout(() => this.keep(), KEEP);
    if (this.state === "conflict") return;
    if (this.failures === 0) this.later(Math.max(0, Math.min(IDLE, this.since + LONGEST - Date.now())));
  }

  later(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.push(), delay);
  }

  // On this device. base: the revision that the text was made from; sent: a save on its way, whose answer may never come.
  async keep() {
    clearTimeout(this.keeping);
    this.keeping = undefined;
    const { device } = this.saver;
    if (!device || !this.id || !this.dirty) return;
    const { id, url, sent, changes } = this;
    const kept = await device.keep(id, { url, values: this.values(), base: this.revision.value, sent });
    if (changes === this.changes) this.kept = kept;
  }

  async push() {
    if (this.busy || !this.dirty || this.state === "conflict") return;
    clearTimeout(this.timer);
    const { changes } = this;
    Object.assign(this, { busy: true, since: Date.now(), sent: this.values() });
    this.keep();
    if (this.state === "saved") this.set("saving");
    try {
      await this.answer(await this.saver.send(this.url, this.revision.value, this.sent), changes);
    } catch {
      this.again("offline");
    } finally {
      this.busy = false;
    }
  }

  async answer(response, changes) {
    if (response.type === "opaqueredirect") return this.again("signedOut");
    if (response.status === 403) return this.again((await this.saver.renewToken()) ? "saving" : "signedOut");
    if (response.status === 409) return this.newerText(await response.json(), changes);
    if (response.status === 422 || response.status === 400) return this.again("offline", (await response.json()).message);
    if (!response.ok) return this.again("offline");
    this.saved((await response.json()).revision, changes);
  }

  saved(revision, changes) {
    this.revision.value = revision;
    this.failures = 0;
    this.saver.savedAt = new Date();
    this.saver.channel?.postMessage({ id: this.id, revision, values: this.sent });
    this.sent = null;
    this.dirty = this.changes !== changes;
    this.set("saved");
    if (this.dirty) this.later(IDLE);
    if (this.dirty) this.keep();
    else if (this.id) this.saver.device?.forget(this.id);
  }

  again(why, message = "") {
    this.set("waiting", why, message);
    this.later(RETRY[Math.min(this.failures, RETRY.length - 1)]);
    this.failures += 1;
  }

  // What is newer may be our own: the server stored it and went down before it could say so.
  newerText({ revision, current }, changes) {
    const theirs = this.given(current);
    if (same(theirs, this.sent)) return this.saved(revision, changes);
    this.stop(revision, theirs);
  }

  stop(revision, theirs) {
    this.newer = revision;
    this.theirs = theirs;
    this.set("conflict", "conflict");
    this.conflict(theirs);
  }

  // After a choice between the two texts: mine is saved over the newer one on purpose, or the newer one is taken.
  resolve(keepMine) {
    this.revision.value = this.newer;
    this.failures = 0;
    this.dirty = keepMine;
    if (!keepMine) this.restore?.(this.theirs);
    this.set("saved");
    if (keepMine) this.push();
    else if (this.id) this.saver.device?.forget(this.id);
  }

  // A text that an earlier page kept on this device and could not save.
  async adopt({ values, base, sent }, forget) {
    const here = this.values();
    if (same(values, here)) return forget();
    if (this.dirty) return; // what is being typed goes first; the other one comes back on the next page
    const newest = this.revision.value;
    const follows = base === newest || (sent && same(sent, here));
    this.restore(values);
    Object.assign(this, { dirty: true, changes: this.changes + 1 });
    if (!follows) {
      this.revision.value = base;
      this.stop(newest, here);
    }
    await this.keep();
    await forget();
    this.push();
  }

  // Another window saved this item: nothing was typed here since, so this page shows what is stored now.
  follow({ revision, values }) {
    if (this.dirty || this.busy || !this.restore || Number(revision) <= Number(this.revision.value)) return;
    this.revision.value = revision;
    this.restore(values);
  }

  set(state, why = "", message = "") {
    Object.assign(this, { state, why, message });
    this.saver.show();
  }
}

function same(one, other) {
  const names = new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})]);
  return Boolean(one && other) && [...names].every((name) => String(one[name] ?? "") === String(other[name] ?? ""));
}
