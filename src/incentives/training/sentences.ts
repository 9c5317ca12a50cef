import type { NoteWords } from "../line.js";
import { percentOf } from "../percent.js";

function servedZh(served: string | undefined, of: string | undefined, unit: string, before: string): string {
  return served === undefined ? "" : `${before} ${of} ${unit}中的 ${served}`;
}

/** The sentences that explain a training plan. All values come as texts; empty ones are left out. */
export interface TrainingSentences {
  /** "Training in {period}: {cost} {currency} of {budget}, {left} is left." */
  plan(value: {
    readonly period: string;
    readonly cost: string;
    readonly budget: string;
    readonly left: string;
    readonly currency: string;
  }): string;
  /** "{person}: {courses} courses for {cost} {currency}, {hours} hours." */
  person(value: {
    readonly person: string;
    readonly courses: string;
    readonly cost: string;
    readonly hours: string;
    readonly currency: string;
  }): string;
  /** "{course} for {cost}, because of {need}." */
  course(value: {
    readonly course: string;
    readonly cost: string;
    readonly need: string;
    readonly requiredBy: string;
  }): string;
  /** "{course} is not granted." */
  refused(value: { readonly course: string; readonly need: string }): string;
}

export const trainingSentencesEn: TrainingSentences = {
  plan: ({ period, cost, budget, left, currency }) =>
    `Training in ${period}: ${cost} ${currency}${budget && ` of ${budget}; left: ${left}`}.`,
  person: ({ person, courses, cost, hours, currency }) =>
    `${person}: courses: ${courses}, cost: ${cost} ${currency}, hours: ${hours}.`,
  course: ({ course, cost, need, requiredBy }) =>
    `${course} (${cost}), for ${need}${requiredBy && `, as ${requiredBy} requires it`}.`,
  refused: ({ course, need }) => `${course}, for ${need}, is not granted.`,
};

/** What the notes of training plans and agreements are called in English. */
export const trainingNotesEn: NoteWords = {
  "training-weak": ({ indicator, score, below }) => `${indicator} is ${score}, below ${below}.`,
  "training-budget": ({ most, before, needed }) =>
    `It costs ${needed}, with what it requires; ${before} of the budget of ${most} is spent.`,
  "training-stopped": () => "The budget was too small for an earlier course.",
  "training-most-cost": ({ most, before, needed }) =>
    `It costs ${needed}, with what it requires; ${before} of at most ${most} is spent on the person.`,
  "training-most-hours": ({ most, before, needed }) =>
    `It takes ${needed} hours, with what it requires; the person has ${before} of at most ${most}.`,
  "training-full": ({ course, seats }) => `The seats of ${course} are taken: ${seats}.`,
  "training-reason": ({ reason }) => `Nothing is returned by who leaves for this reason: ${reason}.`,
  "training-no-term": ({ cost }) => `There is no agreement on a training for ${cost}.`,
  "training-not-completed": () => "The training was not completed before the last day: all is returned.",
  "training-served": ({ end }) => `The agreed time was over on ${end}.`,
  "training-term": ({ completed, end, left, served, of, unit }) =>
    `Completed on ${completed}, agreed until ${end}, left on ${left}${served === undefined ? "" : `: ${served} of ${of} ${unit} were served`}.`,
  "training-most": ({ stated, most, served, of, unit }) =>
    `Held at the part that is not served, ${percentOf(most)}, instead of ${percentOf(stated)}${served === undefined ? "" : `; ${served} of ${of} ${unit} were served`}.`,
};

export const trainingSentencesZhCN: TrainingSentences = {
  plan: ({ period, cost, budget, left, currency }) =>
    `${period} 培训费用：${cost} ${currency}${budget && `，预算 ${budget}，结余 ${left}`}。`,
  person: ({ person, courses, cost, hours, currency }) =>
    `${person}：课程 ${courses} 门，费用 ${cost} ${currency}，${hours} 学时。`,
  course: ({ course, cost, need, requiredBy }) =>
    `${course}（${cost}），事由：${need}${requiredBy && `，为${requiredBy}的先修课程`}。`,
  refused: ({ course, need }) => `${course}（事由：${need}）未安排。`,
};

export const trainingNotesZhCN: NoteWords = {
  "training-weak": ({ indicator, score, below }) => `${indicator} 得分 ${score}，低于 ${below}。`,
  "training-budget": ({ most, before, needed }) => `连同先修课程需 ${needed}；预算 ${most} 已用 ${before}。`,
  "training-stopped": () => "预算已不足以支付排序在前的课程。",
  "training-most-cost": ({ most, before, needed }) =>
    `连同先修课程需 ${needed}；个人费用上限 ${most}，已用 ${before}。`,
  "training-most-hours": ({ most, before, needed }) =>
    `连同先修课程需 ${needed} 学时；个人学时上限 ${most}，已安排 ${before}。`,
  "training-full": ({ course, seats }) => `${course} 名额 ${seats} 个已满。`,
  "training-reason": ({ reason }) => `因 ${reason} 离职，无须返还。`,
  "training-no-term": ({ cost }) => `费用 ${cost} 的培训未约定服务期。`,
  "training-not-completed": () => "培训在离职日之前未完成，全额返还。",
  "training-served": ({ end }) => `约定服务期已于 ${end} 届满。`,
  "training-term": ({ completed, end, left, served, of, unit }) =>
    `${completed} 完成培训，服务期至 ${end}，${left} 离职${servedZh(served, of, unit === "days" ? "天" : "个月", "，已履行")}。`,
  "training-most": ({ stated, most, served, of, unit }) =>
    `以未履行部分 ${percentOf(most)} 为限，约定为 ${percentOf(stated)}${servedZh(served, of, unit === "days" ? "天" : "个月", "；已履行")}。`,
};

export const trainingSentencesZhTW: TrainingSentences = {
  plan: ({ period, cost, budget, left, currency }) =>
    `${period} 訓練費用：${cost} ${currency}${budget && `，預算 ${budget}，結餘 ${left}`}。`,
  person: ({ person, courses, cost, hours, currency }) =>
    `${person}：課程 ${courses} 門，費用 ${cost} ${currency}，${hours} 小時。`,
  course: ({ course, cost, need, requiredBy }) =>
    `${course}（${cost}），事由：${need}${requiredBy && `，為${requiredBy}的先修課程`}。`,
  refused: ({ course, need }) => `${course}（事由：${need}）未安排。`,
};

export const trainingNotesZhTW: NoteWords = {
  "training-weak": ({ indicator, score, below }) => `${indicator} 得分 ${score}，低於 ${below}。`,
  "training-budget": ({ most, before, needed }) => `連同先修課程需 ${needed}；預算 ${most} 已用 ${before}。`,
  "training-stopped": () => "預算已不足以支付排序在前的課程。",
  "training-most-cost": ({ most, before, needed }) =>
    `連同先修課程需 ${needed}；個人費用上限 ${most}，已用 ${before}。`,
  "training-most-hours": ({ most, before, needed }) =>
    `連同先修課程需 ${needed} 小時；個人時數上限 ${most}，已安排 ${before}。`,
  "training-full": ({ course, seats }) => `${course} 名額 ${seats} 個已滿。`,
  "training-reason": ({ reason }) => `因 ${reason} 離職，無須返還。`,
  "training-no-term": ({ cost }) => `費用 ${cost} 的訓練未約定服務期間。`,
  "training-not-completed": () => "訓練於離職日之前未完成，全額返還。",
  "training-served": ({ end }) => `約定服務期間已於 ${end} 屆滿。`,
  "training-term": ({ completed, end, left, served, of, unit }) =>
    `${completed} 完成訓練，服務期間至 ${end}，${left} 離職${servedZh(served, of, unit === "days" ? "天" : "個月", "，已履行")}。`,
  "training-most": ({ stated, most, served, of, unit }) =>
    `以未履行部分 ${percentOf(most)} 為限，約定為 ${percentOf(stated)}${servedZh(served, of, unit === "days" ? "天" : "個月", "；已履行")}。`,
};
