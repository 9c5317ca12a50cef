import type { EquitySentences } from "./sentences.js";

const namesZhCN = { options: "股票期权", "restricted-units": "限制性股份单位" };
const namesZhTW = { options: "認股權", "restricted-units": "限制性股份單位" };
const roundedZhCN = {
  "half-up": "四舍五入",
  "half-even": "四舍六入五成双",
  "half-down": "五舍六入",
  "half-ceiling": "四舍五入（负数五舍）",
  "half-floor": "五舍六入（负数五入）",
  up: "进位",
  down: "舍去尾数",
  ceiling: "向上取整",
  floor: "向下取整",
};
const roundedZhTW = {
  "half-up": "四捨五入",
  "half-even": "四捨六入五成雙",
  "half-down": "五捨六入",
  "half-ceiling": "四捨五入（負數五捨）",
  "half-floor": "五捨六入（負數五入）",
  up: "進位",
  down: "捨去尾數",
  ceiling: "向上取整",
  floor: "向下取整",
};
const also = (text: string, value: string) => (value === "" ? "" : text);

export const equitySentencesZhCN: EquitySentences = {
  granted: ({ instrument, units, on, start, exercisePrice, currency, expires }) =>
    `${on}：授予${namesZhCN[instrument]} ${units} 份${also(`，自 ${start} 起计算归属`, start)}${also(`，行权价 ${exercisePrice}${also(` ${currency}`, currency)}`, exercisePrice)}${also(`，有效期至 ${expires} 止`, expires)}。`,
  happened: {
    "leave-days": ({ on, to, by }) => `${on}：休假至 ${to}，未归属部分顺延 ${by} 天。`,
    "leave-months": ({ on, to, by }) => `${on}：休假至 ${to}，未归属部分顺延 ${by} 个月。`,
    "leave-without-effect": ({ on, to }) => `${on}：休假至 ${to}，归属日期不变。`,
    milestone: ({ on, milestone }) => `${on}：达成 ${milestone}。`,
    performance: ({ on, factor, before, after }) =>
      `${on}：业绩系数为 ${factor}，${before} 份调整为 ${after} 份。`,
    acceleration: ({ on, units }) => `${on}：${units} 份提前归属。`,
    termination: ({ on, reason, units }) => `${on}：服务终止（${reason}），作废 ${units} 份。`,
    exercise: ({ on, units }) => `${on}：行权 ${units} 份。`,
  },
  units: ({ at, adjusted, vested, unvested, forfeited }) =>
    `截至 ${at}，共 ${adjusted} 份：已归属 ${vested} 份，未归属 ${unvested} 份，已作废 ${forfeited} 份。`,
  options: ({ exercised, exercisable, lapsed, until }) =>
    `已归属的期权中：已行权 ${exercised} 份，可行权 ${exercisable} 份${also(`（至 ${until} 止）`, until)}，已失效 ${lapsed} 份。`,
  next: ({ units, on }) => `下一次归属：${on}，${units} 份。`,
  awaiting: ({ units, milestones }) => `待达成 ${milestones} 后归属：${units} 份。`,
  heading: ({ label, rule }) => `${label}${also(`（${rule}）`, rule)}`,
  nothing: () => "不授予。",
  size: ({
    units,
    exact,
    rounding,
    multipleOf,
    salary,
    share,
    value,
    unitValue,
    granted,
    remainder,
    currency,
  }) =>
    value === ""
      ? `按方案 ${exact} 份，${roundedZhCN[rounding]}至 ${multipleOf} 的整数倍：${units} 份。`
      : `${also(`${salary} × ${share} = `, salary)}${value} ${currency}，每份 ${unitValue}，折合 ${exact} 份，${roundedZhCN[rounding]}至 ${multipleOf} 的整数倍：${units} 份，价值 ${granted} ${currency}，余额 ${remainder}。`,
};

export const equitySentencesZhTW: EquitySentences = {
  granted: ({ instrument, units, on, start, exercisePrice, currency, expires }) =>
    `${on}：授予${namesZhTW[instrument]} ${units} 單位${also(`，自 ${start} 起計算既得`, start)}${also(`，認購價 ${exercisePrice}${also(` ${currency}`, currency)}`, exercisePrice)}${also(`，存續期間至 ${expires} 止`, expires)}。`,
  happened: {
    "leave-days": ({ on, to, by }) => `${on}：休假至 ${to}，未既得部分順延 ${by} 天。`,
    "leave-months": ({ on, to, by }) => `${on}：休假至 ${to}，未既得部分順延 ${by} 個月。`,
    "leave-without-effect": ({ on, to }) => `${on}：休假至 ${to}，既得日期不變。`,
    milestone: ({ on, milestone }) => `${on}：達成 ${milestone}。`,
    performance: ({ on, factor, before, after }) =>
      `${on}：績效係數為 ${factor}，${before} 單位調整為 ${after} 單位。`,
    acceleration: ({ on, units }) => `${on}：${units} 單位提前既得。`,
    termination: ({ on, reason, units }) => `${on}：服務終止（${reason}），喪失 ${units} 單位。`,
    exercise: ({ on, units }) => `${on}：行使認股權 ${units} 單位。`,
  },
  units: ({ at, adjusted, vested, unvested, forfeited }) =>
    `截至 ${at}，共 ${adjusted} 單位：已既得 ${vested}，未既得 ${unvested}，已喪失 ${forfeited}。`,
  options: ({ exercised, exercisable, lapsed, until }) =>
    `已既得的認股權中：已行使 ${exercised}，可行使 ${exercisable}${also(`（至 ${until} 止）`, until)}，已失效 ${lapsed}。`,
  next: ({ units, on }) => `下一次既得：${on}，${units} 單位。`,
  awaiting: ({ units, milestones }) => `待達成 ${milestones} 後既得：${units} 單位。`,
  heading: ({ label, rule }) => `${label}${also(`（${rule}）`, rule)}`,
  nothing: () => "不授予。",
  size: ({
    units,
    exact,
    rounding,
    multipleOf,
    salary,
    share,
    value,
    unitValue,
    granted,
    remainder,
    currency,
  }) =>
    value === ""
      ? `依方案 ${exact} 單位，${roundedZhTW[rounding]}至 ${multipleOf} 的整數倍：${units} 單位。`
      : `${also(`${salary} × ${share} = `, salary)}${value} ${currency}，每單位 ${unitValue}，折合 ${exact} 單位，${roundedZhTW[rounding]}至 ${multipleOf} 的整數倍：${units} 單位，價值 ${granted} ${currency}，餘額 ${remainder}。`,
};
