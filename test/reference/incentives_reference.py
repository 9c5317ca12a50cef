"""An independent reference of the calculators of pay: configs and inputs in, results out.

    python3 incentives_reference.py < ASKED > ANSWERED

Each line of what is asked names a calculator, its config and inputs, and is answered by a line with the result of each input, or with the codes
of what is wrong with it. It needs the standard library alone and is written from the documented contract. Numbers never pass through a float.
"""

import json
import sys

sys.dont_write_bytecode = True

from incentives.balances import Advance, Draw, Holdback  # noqa: E402
from incentives.base_pay import BasePay  # noqa: E402
from incentives.benefits import Benefits  # noqa: E402
from incentives.bonus_pool import BonusPool  # noqa: E402
from incentives.clawbacks import Clawback, RecomputedClawback  # noqa: E402
from incentives.commission import Commission  # noqa: E402
from incentives.crediting import Crediting  # noqa: E402
from incentives.deductions import Deductions  # noqa: E402
from incentives.eligibility import Eligibility  # noqa: E402
from incentives.equity import EquityGrant, EquityPayout  # noqa: E402
from incentives.fiscal_calendar import FiscalCalendar  # noqa: E402
from incentives.honours import Honours  # noqa: E402
from incentives.lines import Refused  # noqa: E402
from incentives.merit_increase import MeritIncrease  # noqa: E402
from incentives.pay_ranges import SalaryPosition  # noqa: E402
from incentives.pay_ledger import PayLedger  # noqa: E402
from incentives.performance_bonus import PerformanceBonus  # noqa: E402
from incentives.quota import Exchange, Quota  # noqa: E402
from incentives.reward_points import RewardPoints  # noqa: E402
from incentives.sharing import Allocation  # noqa: E402
from incentives.spiff import Spiff  # noqa: E402
from incentives.statement import Statement  # noqa: E402
from incentives.team_pool import TeamPool  # noqa: E402
from incentives.training_agreement import TrainingAgreement  # noqa: E402
from incentives.training_plan import TrainingPlan  # noqa: E402
from incentives.vesting import Vesting  # noqa: E402
from incentives.year_end_bonus import YearEndBonus  # noqa: E402

CALCULATORS = {
    one.use: one
    for one in (
        Advance,
        Allocation,
        BasePay,
        Benefits,
        BonusPool,
        Clawback,
        Commission,
        Crediting,
        Deductions,
        Draw,
        Eligibility,
        EquityGrant,
        EquityPayout,
        Exchange,
        FiscalCalendar,
        Holdback,
        Honours,
        MeritIncrease,
        PayLedger,
        PerformanceBonus,
        Quota,
        RecomputedClawback,
        RewardPoints,
        SalaryPosition,
        Spiff,
        Statement,
        TeamPool,
        TrainingAgreement,
        TrainingPlan,
        Vesting,
        YearEndBonus,
    )
}


def answer(calculator, given):
    try:
        return calculator.result(given)
    except Refused as refused:
        return {"problems": sorted(set(refused.codes))}


def main():
    for line in sys.stdin:
        asked = json.loads(line, parse_float=str)
        calculator = CALCULATORS[asked["use"]](asked["config"])
        print(json.dumps([answer(calculator, given) for given in asked["inputs"]]), flush=True)


if __name__ == "__main__":
    main()
