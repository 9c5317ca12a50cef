"""What may move a tier, and which of them counts."""

SOURCES = ("sanction", "appeal", "appointment", "crossing", "plan", "condition")


def in_order(proposals, order):
    """The proposals, the first that counts first; what the order leaves out follows as it stands above."""
    ranks = [*order, *(source for source in SOURCES if source not in order)]
    return sorted(proposals, key=lambda one: ranks.index(one["because"]["source"]))


def because(source, named):
    return {"source": source, **{name: named[name] for name in ("id", "label", "by", "note") if name in named}}


def latest(events, kind):
    """The last event of a kind; of one day, the last by id."""
    found = [event for event in events if event["kind"] == kind]
    return max(found, key=lambda event: (event["date"], event["id"]), default=None)
