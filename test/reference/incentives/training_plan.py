"""Which courses people take, within a budget that is never exceeded."""

from datetime import date
from fractions import Fraction

from exact import number, text
from incentives.balances import twice
from incentives.eligibility import ineligible
from incentives.lines import Payer, note, refuse
from periods import months_after, read_period

ZERO = Fraction(0)


class TrainingPlan(Payer):
    use = "trainingPlan"

    def __init__(self, config):
        super().__init__(config)
        self.courses = {one["id"]: one for one in config["catalogue"]}
        self.order = []
        for name in self.courses:
            self._place(name)

    def _place(self, name):
        """Each course after all that it requires."""
        if name not in self.order:
            for one in self.courses[name].get("requires", []):
                self._place(one)
            if name not in self.order:
                self.order.append(name)

    def result(self, given):
        people, period = given["people"], given["period"]
        budget = number(given["budget"]) if "budget" in given else None
        if budget is not None:
            self.exact_units(budget)
        refuse(twice([one["id"] for one in people]))
        has = {one["id"]: self._completed(one, read_period(period).first_day) for one in people}
        granted, refused, stopped = [], [], False
        for person, course, need, because in self._requests(people, period):
            mine = has[person["id"]]
            if course in mine:
                continue
            bundle = [name for name in self.order if name in self._with_required(course, mine)]
            reasons = [
                failed for name in bundle for failed in ineligible(self.courses[name].get("eligibility"), person, period)
            ] + self._problems(person, bundle, granted, budget, stopped)
            if reasons:
                short = any(one["kind"] == "training-budget" for one in reasons)
                stopped = stopped or (short and self.config.get("whenShort") == "stop")
                refused.append((person["id"], {"course": course, "need": need, "reasons": reasons}))
                continue
            for name in bundle:
                mine.add(name)
                granted.append((person["id"], name, need, course, because))
        spent = self._cost(name for _, name, *_ in granted)
        kept = {} if budget is None else {"budget": text(budget), "left": text(budget - spent)}
        return {
            "kind": "training-plan",
            "period": period,
            "currency": self.currency,
            "cost": text(spent),
            **kept,
            "people": [row for one in people if (row := self._trainee(one["id"], granted, refused))],
            "courses": [row for name in self.courses if (row := self._course(name, granted))],
        }

    def _cost(self, names, of="cost"):
        return sum((number(self.courses[name].get(of, 0)) for name in names), ZERO)

    def _completed(self, person, first):
        done = set()
        for one in person.get("completed", []):
            months = self.courses.get(one["course"], {}).get("validMonths")
            if months is None or first < months_after(date.fromisoformat(one["on"]), months):
                done.add(one["course"])
        return done

    def _requests(self, people, period):
        def keys(person):
            facts, found = person.get("facts", {}), []
            for one in self.config.get("by", []):
                refuse([] if one["key"] in facts else ["missing"])
                found.append(number(facts[one["key"]]) * (-1 if one["order"] == "descending" else 1))
            return found, person["id"]

        ordered, asked, requests = sorted(people, key=keys), set(), []
        for need in self.config["needs"]:
            for person in ordered:
                because = self._because(need, person, period)
                if because is None:
                    continue
                for course in need["courses"]:
                    if (person["id"], course) not in asked:
                        asked.add((person["id"], course))
                        requests.append((person, course, need["id"], because))
        return requests

    def _because(self, need, person, period):
        if ineligible(need.get("eligibility"), person, period):
            return None
        if "weak" not in need:
            return []
        name = need["weak"]["indicator"]
        refuse([] if name in person.get("scores", {}) else ["score-missing"])
        score, below = number(person["scores"][name]), number(need["weak"]["below"])
        return [note("training-weak", indicator=name, score=score, below=below)] if score < below else None

    def _with_required(self, course, mine):
        found, waiting = set(), [course]
        while waiting:
            name = waiting.pop()
            if name not in mine and name not in found:
                found.add(name)
                waiting += self.courses[name].get("requires", [])
        return found

    def _problems(self, person, bundle, granted, budget, stopped):
        own = [name for who, name, *_ in granted if who == person["id"]]
        limits = [
            ("training-most-cost", "mostCost", self._cost(own), self._cost(bundle)),
            ("training-most-hours", "mostHours", self._cost(own, "hours"), self._cost(bundle, "hours")),
        ]
        problems = [note("training-stopped")] if stopped else []
        spent = self._cost(name for _, name, *_ in granted)
        if not stopped and budget is not None and spent + self._cost(bundle) > budget:
            problems.append(note("training-budget", most=budget, before=spent, needed=self._cost(bundle)))
        for kind, name, before, more in limits:
            if name in self.config and before + more > number(self.config[name]):
                problems.append(note(kind, most=number(self.config[name]), before=before, needed=more))
        for name in bundle:
            seats = self.courses[name].get("seats")
            if seats is not None and sum(taken == name for _, taken, *_ in granted) >= seats:
                problems.append(note("training-full", course=name, seats=str(seats)))
        return problems

    def _trainee(self, person, granted, refused):
        own = [one for one in granted if one[0] == person]
        denied = [one for who, one in refused if who == person]
        if not own and not denied:
            return None
        own.sort(key=lambda one: self.order.index(one[1]))
        return {
            "id": person,
            "courses": [
                {
                    "course": name,
                    "need": need,
                    **({} if name == course else {"requiredBy": course}),
                    "cost": text(self._cost([name])),
                    "hours": text(self._cost([name], "hours")),
                    "because": because,
                }
                for _, name, need, course, because in own
            ],
            "refused": denied,
            "cost": text(self._cost(name for _, name, *_ in own)),
            "hours": text(self._cost((name for _, name, *_ in own), "hours")),
        }

    def _course(self, name, granted):
        count = sum(taken == name for _, taken, *_ in granted)
        return {"course": name, "people": count, "cost": text(count * self._cost([name]))} if count else None
