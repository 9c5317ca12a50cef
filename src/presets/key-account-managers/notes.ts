import type { Policy } from "../../policy/policy.js";

/** What the study says, and what is our reading. */
export const notes: Policy["notes"] = [
  {
    source: "M1",
    text: {
      en: "The six capability indicators and their weights are the study's. The rating scale of 1 to 5 is ours.",
      "zh-CN": "六项能力指标及其权重取自该研究；1 至 5 的评级尺度为本库所定。",
      "zh-TW": "六項能力指標及其權重取自該研究；1 至 5 的評等尺度為本庫所定。",
    },
  },
  {
    source: "M2",
    text: {
      en: "Four performance indicators and their weights, 85% in all, are the study's, whose text breaks off there. Giving the other 15% to project delivery quality is our reading; so are all floors and caps.",
      "zh-CN":
        "四项绩效指标及其权重（合计 85%）取自该研究，原文至此中断；其余 15% 归于项目交付质量为本库的解读，各下限与上限亦为本库所定。",
      "zh-TW":
        "四項績效指標及其權重（合計 85%）取自該研究，原文至此中斷；其餘 15% 歸於專案交付品質為本庫的解讀，各下限與上限亦為本庫所定。",
    },
  },
  {
    source: "M5",
    text: {
      en: "Three levels, and the actions for high/high, high/low and low/low, are the study's. The thresholds and the other six cells are ours.",
      "zh-CN": "三个层级，以及高/高、高/低、低/低三格的管理措施取自该研究；分档界线与其余六格为本库所定。",
      "zh-TW": "三個層級，以及高/高、高/低、低/低三格的管理措施取自該研究；分級界線與其餘六格為本庫所定。",
    },
  },
  {
    source: "M6",
    text: {
      en: "That sales alone must not hide poor service is the study's; the two gates and their minimums are ours.",
      "zh-CN": "不能以销售掩盖服务不佳的原则取自该研究；两道门槛及其数值为本库所定。",
      "zh-TW": "不能以銷售掩蓋服務不佳的原則取自該研究；兩道門檻及其數值為本庫所定。",
    },
  },
  {
    source: "M7",
    text: {
      en: "Quarterly adjustment, up on marked improvement of capability or outstanding performance, down on decline or missed performance with an improvement plan, is the study's. All numbers, the conditions on the matrix and the precedence are ours.",
      "zh-CN":
        "按季度调整、能力显著提升或业绩突出则上调、能力下降或业绩未达则下调并附改进计划，取自该研究；全部数值、矩阵条件与优先次序为本库所定。",
      "zh-TW":
        "按季調整、能力顯著提升或業績突出則上調、能力下降或業績未達則下調並附改善計畫，取自該研究；全部數值、矩陣條件與優先次序為本庫所定。",
    },
  },
  {
    source: "M9",
    text: {
      en: "A business and a management sequence, and that capability, performance and tenure weigh in a promotion, are the study's. The tiers of the management track, the conditions to cross, the weights of the promotion score and the limited places are ours.",
      "zh-CN":
        "业务与管理两个序列，以及晋升兼顾能力、绩效与任职时间，取自该研究；管理序列的层级、转入条件、晋升综合得分的权重与名额为本库所定。",
      "zh-TW":
        "業務與管理兩個序列，以及晉升兼顧能力、績效與任職時間，取自該研究；管理序列的層級、轉入條件、晉升綜合得分的權重與名額為本庫所定。",
    },
  },
  {
    source: "M10",
    text: {
      en: "Base pay by level and experience, a performance bonus, commission on sales with more for large deals and key accounts, a year-end bonus and benefits are the study's; all amounts, rates and conditions are ours.",
      "zh-CN":
        "按层级与经验的基本工资、绩效奖金、销售佣金（大额订单与重点客户更高）、年终奖与福利取自该研究；全部金额、比例与条件为本库所定。",
      "zh-TW":
        "按層級與經驗的基本薪資、績效獎金、銷售佣金（大額訂單與重點客戶更高）、年終獎金與福利取自該研究；全部金額、比例與條件為本庫所定。",
    },
  },
  {
    source: "M11",
    text: {
      en: "That teams are appraised and rewarded as units is the study's; what funds the pool, and by what it is shared, is ours.",
      "zh-CN": "团队作为整体考核与奖励取自该研究；奖金池的来源与分配依据为本库所定。",
      "zh-TW": "團隊作為整體考核與獎勵取自該研究；獎金池的來源與分配依據為本庫所定。",
    },
  },
  {
    source: "M12",
    text: {
      en: "Stock options for core managers and the especially outstanding are the study's; who is which, the units and the term are ours.",
      "zh-CN": "对核心经理与表现突出者授予期权取自该研究；对象的界定、数量与期限为本库所定。",
      "zh-TW": "對核心經理與表現傑出者授予選擇權取自該研究；對象的界定、數量與期限為本庫所定。",
    },
  },
  {
    source: "M13",
    text: {
      en: "The monthly service star and sales champion, the manager of the year and a reward for recommending a recruit are the study's; by what they are given, the prizes and the limits are ours.",
      "zh-CN":
        "月度服务之星、月度销售冠军、年度优秀客户经理与推荐奖励取自该研究；评选依据、奖励与限制为本库所定。",
      "zh-TW":
        "月度服務之星、月度銷售冠軍、年度優秀客戶經理與推薦獎勵取自該研究；評選依據、獎勵與限制為本庫所定。",
    },
  },
  {
    source: "M14",
    text: {
      en: "Training by level, by the person's needs, and as a reward is the study's: foundations for the lower level, strategy and relationships for the higher. The courses, their costs and the order are ours.",
      "zh-CN":
        "按层级、按个人需要以及作为奖励的培训取自该研究：低层级重基础，高层级重战略与关系；课程、费用与次序为本库所定。",
      "zh-TW":
        "按層級、按個人需要以及作為獎勵的培訓取自該研究：低層級重基礎，高層級重策略與關係；課程、費用與次序為本庫所定。",
    },
  },
  {
    source: "M15",
    text: {
      en: "That violations lead to a warning, a fine or a demotion is the study's. Severities, points, their expiry, the block of promotion, the proposal of dismissal, what a fine costs, the bonus that a demotion takes and the pay that is protected are ours.",
      "zh-CN":
        "违规导致警告、罚款、降级取自该研究；违规等级、记分、失效期、不得晋级、解除聘用、罚款金额、降级时停发的奖金与最低保留的薪酬为本库所定。",
      "zh-TW":
        "違規導致警告、罰款、降級取自該研究；違規等級、記點、失效期、不得晉級、解除聘用、罰款金額、降級時停發的獎金與最低保留的薪酬為本庫所定。",
    },
  },
];
