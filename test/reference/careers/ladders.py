"""Which tier is above which: one ladder of all tiers, or one for each track."""


class Ladders:
    def __init__(self, rules):
        self.tiers = [tier["id"] for tier in rules["tiers"]]
        self.tracks = rules.get("tracks")

    def track(self, tier):
        """The id of the track of a tier; None where there are no tracks."""
        return next((track["id"] for track in self.tracks or [] if tier in track["tiers"]), None)

    def ladder(self, tier):
        return next((track["tiers"] for track in self.tracks or [] if tier in track["tiers"]), self.tiers)

    def distance(self, start, end):
        """How many steps up, or with a minus down; None where the tiers are on different ladders."""
        ladder = self.ladder(start)
        return ladder.index(end) - ladder.index(start) if end in ladder else None

    def way(self, start, end):
        """up or down; None where the tiers are the same or on different ladders."""
        distance = self.distance(start, end)
        return None if not distance else "up" if distance > 0 else "down"

    def step(self, start, steps):
        """The tier so many steps up, or with a minus down, and no farther than the end."""
        ladder = self.ladder(start)
        return ladder[min(max(ladder.index(start) + steps, 0), len(ladder) - 1)]
