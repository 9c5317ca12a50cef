import type { Matrix } from "../../../../src/index.js";
import { fraction } from "../numbers.js";
import { names, type Random } from "../random.js";
import { type Aims, aim, CERTIFICATES, FACTS, somewhere, written } from "./aims.js";

type Axis = Matrix["axes"][number];
type Cell = NonNullable<Matrix["cells"]>[number];
type Gate = NonNullable<Matrix["gates"]>[number];

const LABELS = ["named", { en: "named", "zh-CN": "名称" }] as const;

export function planMatrix(random: Random, aims: Aims): Required<Pick<Matrix, "axes" | "tiers">> & Matrix {
  const axes = names("axis", random.pick([1, 2, 2, 3])).map((id) => planAxis(random, id, aims));
  const tiers = names("tier", random.pick([2, 3, 4, 5, 5, 6, 6])).map((id) => ({ id, ...planLabel(random) }));
  const ids = tiers.map(({ id }) => id);
  const gates = names("gate", random.pick([0, 0, 1, 2, 3])).map((id) =>
    planGate(random, id, axes, ids, aims),
  );
  return {
    axes,
    tiers,
    ...(random.chance(92) ? { cells: planCells(random, axes, ids) } : {}),
    ...(gates.length === 0 ? {} : { gates }),
  };
}

export function planLabel(random: Random) {
  return random.chance(25) ? { label: random.pick(LABELS) } : {};
}

function planAxis(random: Random, id: string, aims: Aims): Axis {
  const count = random.int(2, 3);
  const starts = names("", count).map((_, index) =>
    fraction(random.int(20 * (index + 1), 20 * (index + 1) + 19)),
  );
  const bands = starts.map((start, index) => {
    aim(aims.levels, id, start);
    return { id: `band${index + 2}`, ...planLabel(random), from: written(random, start) };
  });
  return {
    id,
    ...planLabel(random),
    bands: [{ id: "band1", ...planLabel(random) }, ...bands],
    ...(random.chance(45) ? { margin: written(random, somewhere(random, 3, 12)) } : {}),
  };
}

function planCells(random: Random, axes: readonly Axis[], tiers: readonly string[]): readonly Cell[] {
  const positions = axes.reduce<readonly Cell["at"][]>(
    (all, { id, bands }) => all.flatMap((at) => bands.map((band) => ({ ...at, [id]: band.id }))),
    [{}],
  );
  return positions.map((at) => {
    const says = random.pick(["tier", "tier", "move", "both", "both", "neither"] as const);
    return {
      at,
      ...planLabel(random),
      ...(random.chance(10) ? { description: "what it means" } : {}),
      ...(says === "move" || says === "neither" ? {} : { tier: random.pick(tiers) }),
      ...(says === "tier" || says === "neither"
        ? {}
        : { move: random.pick(["up", "stay", "down"] as const) }),
      ...(random.chance(80) ? {} : { actions: planActions(random) }),
    };
  });
}

function planActions(random: Random): NonNullable<Cell["actions"]> {
  const due = random.pick([undefined, { days: random.int(0, 400) }, { months: random.int(0, 30) }] as const);
  return random.some(
    [
      "coaching",
      { en: "training", "zh-TW": "訓練" },
      { label: "a talk", owner: "the manager", ...(due === undefined ? {} : { due }) },
    ],
    0,
    2,
  );
}

function planGate(
  random: Random,
  id: string,
  axes: readonly Axis[],
  tiers: readonly string[],
  aims: Aims,
): Gate {
  const onFail = random.pick(["block-promotion", "veto", "cap-tier", "cap-tier"] as const);
  const head = {
    id,
    ...planLabel(random),
    onFail,
    ...(onFail === "cap-tier" ? { tier: random.pick(tiers) } : {}),
  };
  const least = somewhere(random, 15, 45);
  const atLeast = written(random, least);
  switch (random.pick(["indicator", "group", "axis", "fact", "certificate"] as const)) {
    case "indicator":
      aim(aims.indicators, "quality", least);
      return { ...head, indicator: "quality", atLeast };
    case "group":
      aim(aims.groups, "conduct", least);
      return { ...head, group: "conduct", atLeast };
    case "axis": {
      const { id: axis } = random.pick(axes);
      aim(aims.levels, axis, least);
      return { ...head, axis, atLeast };
    }
    case "fact": {
      const fact = random.pick(FACTS);
      const [low, high] = [somewhere(random, 0, 2), somewhere(random, 3, 5)];
      aim(aims.facts, fact, low);
      aim(aims.facts, fact, high);
      return {
        ...head,
        fact,
        ...random.pick([{ atLeast: written(random, low) }, { atMost: written(random, high) }]),
      };
    }
    case "certificate":
      return { ...head, certificate: random.pick(CERTIFICATES) };
  }
}
