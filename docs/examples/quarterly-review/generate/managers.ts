import { NAMES } from "./names.js";
import type { Random } from "./random.js";

/** A made-up account manager: where the career begins, and how it goes on. */
export interface Manager {
  readonly person: string;
  readonly name: string;
  readonly tier: "junior" | "intermediate" | "senior";
  readonly since: string;
  readonly team: string;
  readonly experienceYears: number;
  /** The mean rating on the scale of 1 to 5 at the beginning, and what each quarter adds to it. */
  readonly rating: number;
  readonly ratingTrend: number;
  /** The mean attainment of targets at the beginning, and what each quarter adds to it. */
  readonly attainment: number;
  readonly attainmentTrend: number;
  readonly satisfaction: number;
}

type Course = Pick<Manager, "rating" | "ratingTrend" | "attainment" | "attainmentTrend" | "satisfaction">;

const COURSES: readonly Course[] = [
  { rating: 4.4, ratingTrend: 0.02, attainment: 1.02, attainmentTrend: 0.01, satisfaction: 88 },
  { rating: 3.4, ratingTrend: 0.15, attainment: 0.85, attainmentTrend: 0.04, satisfaction: 80 },
  { rating: 3.7, ratingTrend: 0, attainment: 0.9, attainmentTrend: 0, satisfaction: 78 },
  { rating: 3.7, ratingTrend: 0, attainment: 0.82, attainmentTrend: 0.01, satisfaction: 82 },
  { rating: 3.9, ratingTrend: -0.22, attainment: 0.88, attainmentTrend: -0.08, satisfaction: 70 },
  { rating: 4.5, ratingTrend: 0, attainment: 1.08, attainmentTrend: 0.02, satisfaction: 55 },
  { rating: 2.6, ratingTrend: 0.25, attainment: 0.5, attainmentTrend: 0.1, satisfaction: 66 },
  { rating: 2.7, ratingTrend: 0, attainment: 0.58, attainmentTrend: -0.01, satisfaction: 62 },
  { rating: 3.1, ratingTrend: -0.05, attainment: 1.05, attainmentTrend: 0.01, satisfaction: 84 },
];

const TEAMS = ["finance", "manufacturing", "public-sector"];

/** One manager for each name. */
export function makeManagers(random: Random): readonly Manager[] {
  return NAMES.map((name, index) => {
    const tier = random.pick(["junior", "junior", "intermediate", "intermediate", "senior"] as const);
    const years = { junior: [0, 3], intermediate: [2, 8], senior: [5, 15] }[tier] as [number, number];
    const course = index < 2 * COURSES.length ? courseOf(index) : random.pick(COURSES);
    return {
      ...course,
      person: `k${String(index + 1).padStart(2, "0")}`,
      name,
      tier,
      since: random.pick(["2025-01-01", "2025-07-01", "2026-01-01", "2026-04-01"]),
      team: TEAMS[(index + Math.floor(index / COURSES.length)) % TEAMS.length] as string,
      experienceYears: random.whole(...years),
      rating: course.rating + random.between(-0.3, 0.3),
      attainment: course.attainment + random.between(-0.08, 0.08),
      satisfaction: course.satisfaction + random.between(-6, 6),
    };
  });
}

/** The courses in turn, so that each is there whatever the seed. */
function courseOf(index: number): Course {
  return COURSES[index % COURSES.length] as Course;
}
