// Chooses what the page shows: the period of the table, a name in it, and the person and period in full.
{
  const byId = (id) => document.getElementById(id);
  const index = JSON.parse(byId("index").textContent);
  const table = document.querySelector(".decisions");
  const rows = [...table.tBodies[0].rows];
  const tablePeriods = [...byId("table-periods").children];
  const picker = byId("person");
  const career = byId("person-periods");
  let tablePeriod = index.periods.at(-1) ?? "";

  const filterTable = () => {
    const wanted = byId("find").value.trim().toLowerCase();
    for (const row of rows) {
      const { period, find } = row.dataset;
      row.hidden = (tablePeriod !== "" && period !== tablePeriod) || !find.includes(wanted);
    }
    table.classList.toggle("one-period", tablePeriod !== "");
    for (const button of tablePeriods) button.ariaPressed = String(button.dataset.period === tablePeriod);
  };

  const addressOf = (person, period) => `#${encodeURIComponent(person.id)}/${period}`;

  const chip = (person, position, chosen) => {
    const { outcome, tier, template } = person.periods[position];
    const period = index.periods[position];
    const link = document.createElement("a");
    link.className = outcome;
    if (template !== "") link.href = addressOf(person, period);
    if (position === chosen) link.ariaCurrent = "true";
    const parts = [period, tier].map((text) => {
      const part = document.createElement("span");
      part.textContent = text;
      return part;
    });
    link.append(...parts);
    return link;
  };

  const fill = (place, name) => {
    const template = byId(name);
    byId(place).replaceChildren(...(template === null ? [] : [template.content.cloneNode(true)]));
  };

  const show = (number, position) => {
    const person = index.people[number];
    picker.value = String(number);
    career.replaceChildren(...person.periods.map((_, each) => chip(person, each, position)));
    fill("person-career", `career-${number}`);
    fill("shown", person.periods[position]?.template ?? "");
  };

  const latestOf = (person) =>
    Math.max(
      person.periods.findLastIndex(({ outcome }) => outcome !== "gap"),
      0,
    );

  const follow = () => {
    const [id, period] = location.hash.slice(1).split("/");
    let name = id;
    try {
      name = decodeURIComponent(id);
    } catch {}
    const number = index.people.findIndex((person) => person.id === name);
    if (number < 0) return false;
    const position = index.periods.indexOf(period);
    show(number, position < 0 ? latestOf(index.people[number]) : position);
    return true;
  };

  for (const button of tablePeriods) {
    button.addEventListener("click", () => {
      tablePeriod = button.dataset.period;
      filterTable();
    });
  }
  byId("find").addEventListener("input", filterTable);
  picker.addEventListener("change", () => {
    const person = index.people[Number(picker.value)];
    location.hash = addressOf(person, index.periods[latestOf(person)]);
  });
  addEventListener("hashchange", follow);
  for (const links of document.querySelectorAll(".decisions, .matrix")) {
    links.addEventListener("click", (event) => {
      if (event.target.closest("a") === null) return;
      requestAnimationFrame(() => byId("one-person").scrollIntoView({ behavior: "smooth" }));
    });
  }

  filterTable();
  if (!follow() && index.people.length > 0) show(0, latestOf(index.people[0]));
}
