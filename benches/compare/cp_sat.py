"""Levels 1-4 of an instance by OR-Tools' CP-SAT, level by level: `cp_sat.py INSTANCE.json SECONDS_A_LEVEL [THREADS]`.

Prints what `benches/compare/main.rs` reads as an `Outcome`, on its last line. Time is that of the solver alone.
"""

import json
import resource
import sys

from ortools.sat.python import cp_model


def main():
    path, limit = sys.argv[1], float(sys.argv[2])
    threads = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    with open(path, encoding="utf-8") as file:
        instance = json.load(file)
    demands, choices = instance["demands"], instance["choices"]
    model = cp_model.CpModel()
    takes = [model.new_bool_var("") for _ in choices]
    empty = [model.new_int_var(0, demand["seats"], "") for demand in demands]
    of_demand = [[] for _ in demands]
    for choice, take in zip(choices, takes):
        of_demand[choice["demand"]].append(take)
    for demand, mine, left in zip(demands, of_demand, empty):
        model.add(sum(mine) + left == demand["seats"])
    for most, mine in instance["limits"]:
        if most == 1:
            model.add_at_most_one(takes[it] for it in mine)
        else:
            model.add(sum(takes[it] for it in mine) <= most)
    squares = {}
    for load in instance["loads"]:
        history, role = load["history"], load["role"]
        weights = [demands[choices[it]["demand"]]["load"] for it in load["choices"]]
        total = history + sum(w * takes[it] for w, it in zip(weights, load["choices"]))
        most = history + sum(weights)
        amount = model.new_int_var(history, most, "")
        model.add(amount == total)
        square = model.new_int_var(history**2, most**2, "")
        # A whole number's square is the greatest of these lines; beyond what is sensible, of the last.
        for at in range(history, history + min(most - history, instance["most"][role]) + 1):
            model.add(square >= (2 * at + 1) * amount - at * (at + 1))
        squares.setdefault(role, []).append(square)

    def amount_of(level):
        kind, _, what = level.partition(" ")
        if kind == "unfilled":
            return sum(it for demand, it in zip(demands, empty) if demand["role"] == what), 0
        if kind == "avoided":
            return sum(it for choice, it in zip(choices, takes) if what in choice["avoided"]), 0
        if kind == "lessons_lost":
            return sum(choice["lost"] * it for choice, it in zip(choices, takes)), 0
        return sum(squares[what]), instance["settled"][what]

    solver = cp_model.CpSolver()
    solver.parameters.num_workers = threads
    solver.parameters.max_time_in_seconds = limit
    variables = takes + empty + [square for mine in squares.values() for square in mine]
    found, seconds, proven = [], 0.0, True
    for level in instance["levels"]:
        amount, settled = amount_of(level)
        model.minimize(amount)
        status = solver.solve(model)
        seconds += solver.wall_time
        if status != cp_model.OPTIMAL:
            proven = False
            break
        value = round(solver.objective_value)
        found.append((level, value + settled))
        model.add(amount <= value)
        model.clear_hints()
        for variable in variables:
            model.add_hint(variable, solver.value(variable))
    usage = resource.getrusage(resource.RUSAGE_SELF)
    outcome = {
        "seconds": seconds,
        "levels": found,
        "proven": proven,
        "peak_mb": usage.ru_maxrss / 1024,
        "places": sum(demand["seats"] for demand in demands),
    }
    print(json.dumps(outcome))


main()
