"""Recipe of kernels.json: exact values of the engine's portable functions, from Python's decimal arithmetic alone.

Run: python3 test/golden/data/kernels.py [points per function] > test/golden/data/kernels.json
A row is [arguments..., high, low]: the exact value is high + low, high the nearest double and low what is left, so a test
can measure an error in fractions of a unit in the last place (ulp). Points: spread by a fixed generator, then those at which a
scan over 4,000 points of each function (this recipe with a larger number) found the engine furthest off.
"""
import json
import random
import sys
from decimal import Decimal, getcontext

getcontext().prec = 60
D = Decimal
ZERO, ONE, TWO = D(0), D(1), D(2)


def atan(x):
    halvings = 0
    while x > D("0.001"):
        x = x / (1 + (1 + x * x).sqrt())
        halvings += 1
    total, power, k = ZERO, x, 1
    while abs(power) > D(10) ** -(getcontext().prec + 5):
        total += power / k if k % 4 == 1 else -power / k
        power *= x * x
        k += 2
    return total * TWO**halvings


def with_digits(digits, f):
    kept = getcontext().prec
    getcontext().prec = digits
    value = f()
    getcontext().prec = kept
    return +value


def pi():
    return 4 * atan(ONE)


def erfc(x):
    """1 - erf from the series of positive terms, with the digits that the difference costs."""

    def value():
        term = total = x
        k = 1
        while term > total * D(10) ** -getcontext().prec:
            term *= 2 * x * x / (2 * k + 1)
            total += term
            k += 1
        return 1 - 2 / pi().sqrt() * (-x * x).exp() * total

    return with_digits(80 + int(abs(x) * abs(x)), value)


def normal_tail(z):
    return erfc(z / TWO.sqrt()) / 2 if z >= 0 else 1 - erfc(-z / TWO.sqrt()) / 2


def chi_square(x, df):
    def value():
        y = x / 2
        df_ = int(df)
        if df_ % 2 == 0:
            term = total = ONE
            for i in range(1, df_ // 2):
                term *= y / i
                total += term
            return (-y).exp() * total
        term = 2 * y.sqrt() / pi().sqrt()
        total = ZERO
        for i in range((df_ - 1) // 2):
            total += term
            term *= y / (i + D("1.5"))
        return erfc(y.sqrt()) + (-y).exp() * total

    return with_digits(100, value)


def student(t, degrees):
    """Two-sided: 1 - A(t | nu), Abramowitz and Stegun 26.7.3 and 26.7.4."""

    def value():
        nu = int(degrees)
        sin = t / (nu + t * t).sqrt()
        square = nu / (nu + t * t)
        if nu % 2 == 0:
            term = total = ONE
            for k in range(1, nu // 2):
                term *= square * (2 * k - 1) / (2 * k)
                total += term
            return 1 - sin * total
        total = ZERO
        term = square.sqrt()
        for k in range(1, (nu - 1) // 2 + 1):
            total += term
            term *= square * (2 * k) / (2 * k + 1)
        return 1 - 2 / pi() * (atan(t / D(nu).sqrt()) + sin * total)

    return with_digits(260, value)


def power_term(r, alpha):
    """[r^a - 1 - a (r - 1)] / (a (a - 1))."""
    return with_digits(120, lambda: ((alpha * r.ln()).exp() - 1 - alpha * (r - 1)) / (alpha * (alpha - 1)))


def log_uniform(rng, low, high):
    return 2.0 ** rng.randint(low, high) * (1 + rng.random())


def signed(rng, low, high):
    return rng.choice([-1, 1]) * log_uniform(rng, low, high)


def near_one(rng):
    return 1 + rng.choice([-1, 1]) * 2.0 ** rng.uniform(-52, -8)


# Name: (exact value, one point's arguments). `ratio` has r - 1 exact, so that both arguments of powerTerm are.
def ratio(rng):
    return round(2.0 ** rng.uniform(-12, 12) * 2**30) / 2**30


ALPHAS = [-3.0, -1.5, -0.25, 0.01, 0.25, 0.75, 0.99, 1.001, 1.25, 1.75, 2.5, 3.0, 5.0]
FUNCTIONS = {
    "ln": (lambda x: x.ln(), lambda g: [log_uniform(g, -1060, 1022) if g.random() < 0.4 else 2.0 ** g.uniform(-2, 2)]),
    "lnNearOne": (lambda x: x.ln(), lambda g: [near_one(g)]),
    "lnOnePlus": (
        lambda y: with_digits(400, lambda: (1 + y).ln()),
        lambda g: [g.choice([signed(g, -1000, -3), signed(g, -60, -2), signed(g, -6, -1), g.uniform(0, 9)])],
    ),
    "portableExp": (lambda x: x.exp(), lambda g: [g.choice([g.uniform(-708, 709.7), signed(g, -60, 3)])]),
    "expMinusOne": (
        lambda y: with_digits(400, lambda: y.exp() - 1),
        lambda g: [g.choice([g.uniform(-40, 709.7), g.uniform(-2, 2), signed(g, -1000, -2)])],
    ),
    "powerTerm": (power_term, lambda g: [ratio(g), g.choice(ALPHAS)]),
    "normalTail": (normal_tail, lambda g: [g.choice([g.uniform(-6, 6), g.uniform(0, 37)])]),
    "normalTwoSided": (lambda z: erfc(z / TWO.sqrt()), lambda g: [g.choice([g.uniform(0, 6), g.uniform(0, 37)])]),
    "chiSquareSurvival": (
        chi_square,
        lambda g: (lambda df: [df * 2.0 ** g.uniform(-3, 2), float(df)])(g.choice([1, 2, 3, 4, 5, 8, 13, 30, 101, 300])),
    ),
    "studentTwoSided": (
        student,
        lambda g: [2.0 ** g.uniform(-6, 4), float(g.choice([1, 2, 3, 4, 5, 8, 13, 30, 101, 330]))],
    ),
}
# Where the scan found the largest errors.
HARD = {
    "ln": [
        [1.4536927587067363],
        [1.460261066187076],
        [1.4603032515889565],
        [1.4535668601443403],
        [1.4574312362232607],
        [1.4533616869893469],
        [1.0073976451033493],
        [1.0076847615016702],
        [1.006980601681625],
        [1.0070356847172794],
        [1.0066959069569814],
        [1.0072282819687466],
    ],
    "lnNearOne": [
        [1.0019609076044778],
        [1.00126601984055],
        [1.0015324837907562],
        [1.0030915490434527],
        [1.0014682438901692],
        [1.0010559308597913],
    ],
    "lnOnePlus": [
        [0.26234302765961803],
        [0.2702429330677806],
        [0.2807539075908686],
        [0.264031901348157],
        [0.26411565299559736],
        [0.2753807958083777],
    ],
    "portableExp": [
        [-236.66770179801193],
        [394.0786866069143],
        [285.9339800143175],
        [-707.9580690299554],
        [-163.910672039489],
        [-177.0403547305209],
    ],
    "expMinusOne": [
        [0.3646799669049887],
        [0.29750756034073156],
        [0.40261726012479393],
        [0.40303895807809553],
        [0.3819796620749063],
        [0.3739764425580505],
    ],
    "normalTail": [
        [-2.6866061308570046],
        [-1.8968393960601109],
        [-1.9273152162104736],
        [-2.1707905369649625],
        [-2.5298328165447708],
        [-1.1464455357064685],
        [2.674934038627388],
        [2.711050873900019],
        [2.7521963634228612],
        [2.7055605315132],
        [2.69245539265024],
        [2.7917014084879845],
        [35.03849054841996],
        [34.19794752774765],
        [35.255568109127665],
        [35.59315372511438],
        [36.962522297745444],
        [36.43344316294644],
    ],
    "normalTwoSided": [
        [2.6875604408622724],
        [2.6932187487673573],
        [2.7884292264592796],
        [2.754855020332295],
        [2.692132037084459],
        [2.6831032077386725],
        [34.90208982733528],
        [33.996511440355384],
        [32.306848139945565],
        [34.3603148234085],
        [32.15471112018276],
        [31.5649330061451],
    ],
    "chiSquareSurvival": [
        [7.665131702198847, 3.0],
        [7.327655690855128, 3.0],
        [3.688973512633056, 1.0],
        [7.799811036868158, 3.0],
        [7.494092307891087, 3.0],
        [7.7630004776954475, 3.0],
    ],
    "studentTwoSided": [
        [1.5605996367785344, 330.0],
        [1.6407026453443592, 330.0],
        [1.6502105068264705, 330.0],
        [1.5794888332934613, 330.0],
        [1.6721834425784912, 330.0],
        [1.661213280156846, 330.0],
    ],
    "powerTerm": [
        [1.086402714252472, 1.75],
        [1.0713065257295966, 1.75],
        [1.0829645209014416, 1.75],
        [3115.685067757033, 5.0],
        [1.0800994858145714, 0.99],
        [3069.4233213551342, 5.0],
    ],
}


def row(exact, arguments):
    value = exact(*[D(a) for a in arguments])
    high = float(value)
    return [*arguments, high, float(value - D(high))]


def table(points):
    rows = {}
    for name, (exact, draw) in FUNCTIONS.items():
        rng = random.Random(f"junheng {name}")
        drawn = [draw(rng) for _ in range(points)]
        # A power near 1 has an exact 0 among its points, which no relative error fits.
        rows[name] = [r for r in (row(exact, a) for a in [*drawn, *HARD.get(name, [])]) if r[-2] != 0]
    return rows


if __name__ == "__main__":
    tables = table(int(sys.argv[1]) if len(sys.argv) > 1 else 80)
    lines = [f'  "{name}": [\n' + ",\n".join(f"    {json.dumps(r)}" for r in rows) + "\n  ]" for name, rows in tables.items()]
    print("{\n" + ",\n".join(lines) + "\n}")
