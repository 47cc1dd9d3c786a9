// Picking a free hour fills in day and hour; typing a day or an hour lets go of the picked one. Without this script the
// server asks when both are filled in and differ.

const day = document.querySelector("input[name='on']");
const hour = document.querySelector("input[name='time']");
const picks = () => [...document.querySelectorAll("input[name^='slot-']")];

if (day && hour) {
  document.addEventListener("change", ({ target }) => {
    const slot = chosenBy(target);
    if (!slot?.value) return;
    const [date, time] = slot.value.split("T");
    day.value = date;
    hour.value = time.slice(0, 5);
  });
  for (const field of [day, hour]) {
    field.addEventListener("input", () => {
      for (const pick of picks()) pick.checked = pick.value === "";
    });
  }
}

// The hour that a choice stands for: its own, or the one that is on under the interviewer just chosen.
function chosenBy(target) {
  if (target.name?.startsWith("slot-")) return target;
  if (target.name !== "interviewer") return null;
  return picks().find((pick) => pick.name === `slot-${target.value}` && pick.checked);
}
