/** One item of each list, in all ways, or so many of these at most, from all over them. */
export function productOf<Item>(
  lists: readonly (readonly Item[])[],
  most: number,
): readonly (readonly Item[])[] {
  return lists.reduce<readonly (readonly Item[])[]>(
    (all, list) =>
      thinned(
        all.flatMap((one) => list.map((item) => [...one, item])),
        most,
        list.length,
      ),
    [[]],
  );
}

/** So many of a list at most, evenly; of one that goes through others again and again, not always the same of these. */
function thinned<Item>(list: readonly Item[], most: number, round: number): readonly Item[] {
  let every = Math.max(1, Math.ceil(list.length / Math.max(1, most)));
  while (every > 1 && commonDivisor(every, round) > 1) every += 1;
  return list.filter((_, index) => index % every === 0);
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

/** Which of so many values is chosen for each: those with the fewest other than the first come first, and so many at most. */
export function choicesOf(counts: readonly number[], most: number): readonly (readonly number[])[] {
  const others = (chosen: readonly number[]) => chosen.filter((one) => one > 0).length;
  return counts.reduce<readonly (readonly number[])[]>(
    (all, count) =>
      all
        .flatMap((chosen) => Array.from({ length: count }, (_, index) => [...chosen, index]))
        .sort((one, other) => others(one) - others(other))
        .slice(0, most),
    [[]],
  );
}
