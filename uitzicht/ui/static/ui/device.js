// Text that the server does not have yet, kept on this device: in IndexedDB, encrypted with a key that only a signed-in
// page holds (AES-GCM, bound to its place). One record per entry and page. What a page leaves behind comes back on the
// next one; a page that is still open holds a lock with its own name, so nobody takes its text away.

const DATABASE = "uitzicht";
const STORE = "texts";
const KEPT = 30 * 24 * 60 * 60 * 1000;
const PATIENCE = 1500; // a page that is being left gives up its lock a moment later

// form: carries data-device-key (base64 of 32 bytes) and data-device-scope (whose texts these are). Resolves to null when
// this browser cannot keep them: no WebCrypto (plain http on another host), or storage that is switched off.
export async function openDevice(form) {
  const { deviceKey, deviceScope } = form.dataset;
  if (!deviceKey || !globalThis.crypto?.subtle || !globalThis.indexedDB || !navigator.locks) return null;
  form.removeAttribute("data-device-key");
  try {
    const raw = Uint8Array.from(atob(deviceKey), (sign) => sign.charCodeAt(0));
    const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
    const device = new Device(await database(), key, deviceScope);
    await device.sweep();
    return device;
  } catch {
    return null;
  }
}

class Device {
  constructor(db, key, scope) {
    Object.assign(this, { db, key, scope, page: crypto.randomUUID(), last: Promise.resolve() });
    navigator.locks.request(this.page, () => new Promise(() => {})); // until this page is gone
  }

  // Writes happen in the order of the calls. content: anything JSON holds. Resolves to whether it was kept.
  keep(id, content) {
    return this.inTurn(async () => {
      const nonce = crypto.getRandomValues(new Uint8Array(12));
      const sealed = await crypto.subtle.encrypt(this.cipher(id, nonce), this.key, new TextEncoder().encode(JSON.stringify(content)));
      await this.store("readwrite", (store) => store.put({ scope: this.scope, id, page: this.page, at: Date.now(), nonce, sealed }));
    });
  }

  forget(id, page = this.page) {
    return this.inTurn(() => this.store("readwrite", (store) => store.delete([this.scope, id, page])));
  }

  // Calls visit({id, content, forget}) for every text that a page left behind, newest first. Texts under another key, of
  // somebody else on this device, stay closed and stay where they are.
  async leftBehind(visit) {
    const found = (await this.records()).filter(({ page }) => page !== this.page).sort((one, other) => other.at - one.at);
    for (const page of new Set(found.map((record) => record.page))) {
      const patience = { signal: AbortSignal.timeout(PATIENCE) };
      const theirs = () => this.visitAll(found.filter((record) => record.page === page), visit);
      await navigator.locks.request(page, patience, theirs).catch(() => null); // still open in another window
    }
  }

  async visitAll(records, visit) {
    const there = new Set((await this.records()).map(({ id, page }) => `${page} ${id}`));
    for (const { id, page, nonce, sealed } of records) {
      if (!there.has(`${page} ${id}`)) continue; // a third window was first
      const plain = await crypto.subtle.decrypt(this.cipher(id, nonce), this.key, sealed).catch(() => null);
      if (plain) await visit({ id, content: JSON.parse(new TextDecoder().decode(plain)), forget: () => this.forget(id, page) });
    }
  }

  async sweep() {
    const old = (await this.store("readonly", (store) => store.getAll())).filter(({ at }) => at < Date.now() - KEPT);
    for (const { scope, id, page } of old) await this.store("readwrite", (store) => store.delete([scope, id, page]));
  }

  records() {
    return this.store("readonly", (store) => store.getAll(IDBKeyRange.bound([this.scope], [this.scope, []])));
  }

  cipher(id, nonce) {
    return { name: "AES-GCM", iv: nonce, additionalData: new TextEncoder().encode(`${this.scope} ${id}`) };
  }

  inTurn(work) {
    const done = this.last.then(work).then(() => true, () => false);
    this.last = done;
    return done;
  }

  store(mode, ask) {
    return new Promise((resolve, reject) => {
      const transaction = this.db.transaction(STORE, mode, { durability: "strict" });
      const request = ask(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
  }
}

function database() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: ["scope", "id", "page"] });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = opening.onblocked = () => reject(opening.error);
  });
}
