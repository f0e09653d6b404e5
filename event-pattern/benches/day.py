"""A hundredth of the bench's day in SimPy, every poll an event; prints the seconds that it took."""

import time

import simpy

DAY = 24 * 3600 / 100
SERVICES = 1_000

key = ""


def service(env, allowed, interval=0.5, work=3.0):
    global key
    while True:
        if key == allowed:
            yield env.timeout(work)
            key = "IDLE"
        yield env.timeout(interval)


def publisher(env):
    global key
    while True:
        key = "TRANSACTION_PAID"
        yield env.timeout(10)


env = simpy.Environment()
env.process(publisher(env))
for n in range(SERVICES):
    env.process(service(env, "TRANSACTION_PAID" if n < 2 else "ORDER_COMPLETED"))
started = time.perf_counter()
env.run(until=DAY)
print(time.perf_counter() - started)
