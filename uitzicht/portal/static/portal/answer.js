// One question: its words, or its chosen answer.

export function answerOf(form) {
  const item = form.querySelector("[name=item]").value; // elements.item is something else
  const chosen = () => form.querySelector("[name=given]:checked")?.value ?? "";
  return {
    id: item,
    values: () => ({ item, notes: form.elements.notes?.value ?? "", given: chosen() }),
    given: (current) => ({ item, notes: current.notes, given: String(current.score ?? current.choice ?? "") }),
    restore({ notes, given }) {
      if (form.elements.notes) form.elements.notes.value = notes;
      for (const choice of form.querySelectorAll("[name=given]")) choice.checked = choice.value === given;
    },
    show(place, { notes, given }) {
      const label = [...form.querySelectorAll("[name=given]")].find((one) => one.value === given)?.closest("label").textContent;
      place.textContent = notes || label || "–";
    },
  };
}
