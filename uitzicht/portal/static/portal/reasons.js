// Up to three reasons in order: a new one gets its usual force, and one that weighs more moves up.

const PLACES = [1, 2, 3];

export function reasonsOf(form) {
  const select = (n) => form.elements[`reason.${n}`];
  const force = (n) => form.querySelector(`[name="force.${n}"]:checked`)?.value ?? "";
  const put = (n, reason, way) => {
    select(n).value = reason;
    for (const choice of form.querySelectorAll(`[name="force.${n}"]`)) choice.checked = choice.value === way;
  };
  const values = () => {
    const sent = { item: "reasons", notes: "", given: "" };
    for (const n of PLACES) Object.assign(sent, { [`reason.${n}`]: select(n).value, [`force.${n}`]: select(n).value && force(n) });
    return sent;
  };
  const restore = (kept) => PLACES.forEach((n) => put(n, kept[`reason.${n}`] ?? "", kept[`force.${n}`] ?? ""));

  for (const n of PLACES) {
    select(n).addEventListener("change", () => put(n, select(n).value, select(n).selectedOptions[0].dataset.force ?? ""));
  }
  for (const button of form.querySelectorAll("[data-up]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const n = Number(button.dataset.up);
      const [above, below] = [[select(n - 1).value, force(n - 1)], [select(n).value, force(n)]];
      put(n - 1, ...below);
      put(n, ...above);
      button.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }

  return {
    id: "reasons",
    values,
    given: (current) => current.reduce((sent, { reason, force: way }, place) => ({ ...sent, [`reason.${place + 1}`]: reason, [`force.${place + 1}`]: way }), { item: "reasons" }),
    restore,
    show(place, kept) {
      const labels = PLACES.map((n) => kept[`reason.${n}`]).filter(Boolean).map((code) => form.querySelector(`option[value="${CSS.escape(code)}"]`)?.textContent ?? code);
      place.replaceChildren(...(labels.length ? labels : ["–"]).map((label) => Object.assign(document.createElement("li"), { textContent: label })));
    },
  };
}
